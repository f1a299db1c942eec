import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for screen readers only, where the eye sees the same by other means. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>;
}
