import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  title: string;
  /** What to do first. */
  children: ReactNode;
  action?: ReactNode;
  /** It is all that the page has: its title is the page's heading. */
  wholePage?: boolean;
}

/** Stands where nothing is yet and says what to do first. */
export function EmptyState({ title, children, action, wholePage = false }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'p';
  return (
    <div className={styles['empty']} data-whole={wholePage || undefined}>
      <Title className={styles['title']}>{title}</Title>
      <div className={styles['text']}>{children}</div>
      {action && <div className={styles['action']}>{action}</div>}
    </div>
  );
}
