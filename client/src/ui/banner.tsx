import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../api/request.ts';
import styles from './banner.module.css';

export interface BannerProps {
  kind?: 'info' | 'good' | 'warning' | 'error';
  title?: string;
  /** What happened, and what to do next. */
  children: ReactNode;
  /** A button that does it. */
  action?: ReactNode;
}

/** Tells something that matters to the whole page. Errors are spoken at once, the rest when the reader pauses. */
export function Banner({ kind = 'info', title, children, action }: BannerProps) {
  return (
    <div className={styles['banner']} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <div className={styles['words']}>
        {title && <p className={styles['title']}>{title}</p>}
        <div>{children}</div>
      </div>
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  );
}

/** Why a command was refused, in the reader's words. Nothing for `null`. */
export function RefusalBanner({ refusal, action }: { refusal: Pick<Refusal, 'code'> | null; action?: ReactNode }) {
  const { t } = useTranslation();
  if (!refusal) return null;
  return (
    <Banner kind="error" action={action}>
      {t(`errors.${refusal.code}`)}
    </Banner>
  );
}
