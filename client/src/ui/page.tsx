import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './page.module.css';

export interface PageProps {
  /** A PageHeader or WorkshopHeader. */
  header: ReactNode;
  /** What the browser's tab and a screen reader call the page. */
  name: string;
  children: ReactNode;
  /** `text` is as wide as a line is read with ease, `usual` holds lists, `wide` a table. */
  width?: 'text' | 'usual' | 'wide';
}

/** A page: its running head and its sheet with wide margins. */
export function Page({ header, name, children, width = 'usual' }: PageProps) {
  useEffect(() => {
    document.title = name;
  }, [name]);
  return (
    <div className={styles['page']} data-width={width}>
      {header}
      <main id="content" className={styles['sheet']} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
