import { type ReactNode, useContext } from 'react';
import { HallNoteContext } from './hall-note.tsx';
import styles from './scene-frame.module.css';

/** The running head of a scene, with a word to everybody beside its title, and the sheet below it, whose height is always the same. */
export function SceneFrame({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const note = useContext(HallNoteContext);
  return (
    <div className={styles['frame']}>
      <header className={styles['head']} data-noted={note !== null || undefined}>
        <div className={styles['what']}>
          <h1 className={styles['title']}>{title}</h1>
          {aside && <p className={styles['aside']}>{aside}</p>}
        </div>
        {note}
      </header>
      <div className={styles['sheet']}>{children}</div>
    </div>
  );
}
