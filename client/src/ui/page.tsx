import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { AppearanceChoice } from './device-choices.tsx';
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
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => arriveAt(main.current), []);
  return (
    <div className={styles['page']} data-width={width}>
      {header}
      <main id="content" ref={main} className={styles['sheet']} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles['foot']}>
        <AppearanceChoice withLabel />
      </footer>
    </div>
  );
}

let hasPageBefore = false;

/** After a link inside the board, reading begins at the top of the new page, as it does after a link between documents. */
function arriveAt(main: HTMLElement | null): void {
  const isLink = hasPageBefore;
  hasPageBefore = true;
  if (!isLink || main?.contains(document.activeElement)) return;
  main?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
