import { useTranslation } from 'react-i18next';
import type { ReadingProgress as Progress } from '../../files/import/readers.ts';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './reading.module.css';

/** How far a reading is: a line that fills, and its words. Before the first row or page is known there are only words. */
export function ReadingProgress({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation('reading');
  if (progress === null || progress.all === 0) return <Waiting>{t('progress.opening')}</Waiting>;
  const words = t(`progress.${progress.of}`, { done: progress.done, all: progress.all });
  return (
    <div className={styles['progress']}>
      <progress value={progress.done} max={progress.all} aria-label={words} />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
