import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { AppearanceChoice, LanguageChoice } from './device-choices.tsx';
import styles from './page-header.module.css';

interface PageLink {
  href: string;
  label: string;
  /** This page. */
  current?: boolean;
  newWindow?: boolean;
}

export interface PageHeaderProps {
  /** The workshop's title, or the name of the board. Leads to `titleHref`. */
  title: string;
  titleHref: string;
  links?: readonly PageLink[];
  /** Beside the title: a group's mark, the state of saving. */
  children?: ReactNode;
  /** Under the title, small: "Demonstration …". */
  note?: string;
}

/** The running head of a page: whose workshop, where one is, where one can go, language and appearance. */
export function PageHeader({ title, titleHref, links = [], children, note }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className={styles['header']}>
      <a className={styles['skip']} href="#content">
        {t('nav.skip')}
      </a>
      <div className={styles['head']}>
        <Link className={styles['title']} href={titleHref} dir="auto">
          {title}
        </Link>
        {children}
        <div className={styles['choices']}>
          <LanguageChoice />
          <span className={styles['appearance']}>
            <AppearanceChoice />
          </span>
        </div>
        {note && <p className={styles['note']}>{note}</p>}
      </div>
      {links.length > 0 && (
        <nav className={styles['links']} aria-label={t('nav.label')}>
          {links.map(({ href, label, current, newWindow }) => (
            <Link
              key={href}
              href={href}
              aria-current={current ? 'page' : undefined}
              {...(newWindow ? { target: '_blank', rel: 'noopener' } : {})}
            >
              {label}
            </Link>
          ))}
        </nav>
      )}
    </header>
  );
}
