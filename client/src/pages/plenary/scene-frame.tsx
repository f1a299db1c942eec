import type { ReactNode } from 'react';
import styles from './scene-frame.module.css';

/** The running head of a scene and the sheet below it, whose height is always the same. */
export function SceneFrame({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        {aside && <p className={styles['aside']}>{aside}</p>}
      </header>
      <div className={styles['sheet']}>{children}</div>
    </div>
  );
}
