import type { LiveView } from '@board/shared/live-view';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './hall-note.module.css';

/** Milliseconds for which the hall reads a message: nobody stands at a projector to put it away. */
const shownFor = 10 * 60_000;

/** The latest word to everybody, large, for a while or until it is taken back. */
export function HallNote({ view, now }: { view: LiveView; now: () => number }) {
  const { t } = useTranslation();
  const [, drawAgain] = useState(0);
  const [latest] = Object.values(view.messages)
    .filter(({ to }) => to === null)
    .toSorted((a, b) => b.at - a.at);
  const end = (latest?.at ?? 0) + shownFor;
  useEffect(() => {
    const left = end - now();
    if (left <= 0) return;
    const waiting = setTimeout(() => drawAgain((count) => count + 1), left + 1);
    return () => clearTimeout(waiting);
  }, [end, now]);
  if (!latest || now() >= end) return null;
  return (
    <p className={styles['note']} role="status">
      {latest.kind === 'call' && `${t('messages.call')} `}
      <bdi>{latest.text}</bdi>
    </p>
  );
}
