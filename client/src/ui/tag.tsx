import type { PositionOfState } from '@board/shared/upr/positions';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './icons.tsx';
import styles from './tag.module.css';

export interface TagProps {
  children: ReactNode;
  tone?: 'neutral' | 'accent' | 'good' | 'warning' | 'danger';
  icon?: IconName;
}

/** A short word about the thing that it stands beside. The tone only repeats what the word says. */
export function Tag({ children, tone = 'neutral', icon }: TagProps) {
  return (
    <span className={styles['tag']} data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

/** The State's position on a recommendation: an empty, a full or a half circle, and its word. */
export function PositionTag({ position }: { position: PositionOfState }) {
  const { t } = useTranslation();
  return (
    <span className={styles['tag']} data-tone={position === 'supported' ? 'good' : 'neutral'}>
      <svg className={styles['moon']} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.5" data-full={position === 'supported' || undefined} />
        {position === 'noted' && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" data-full />}
      </svg>
      {t(`position.${position}`)}
    </span>
  );
}
