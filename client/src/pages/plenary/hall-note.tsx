import type { MessageView } from '@board/shared/live-stage';
import type { LiveView } from '@board/shared/live-view';
import { createContext, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOfScript } from '../../vote/wording.tsx';
import styles from './hall-note.module.css';
import { PagedText } from './paged-text.tsx';

/** Milliseconds for which the hall reads a message: nobody stands at a projector to put it away. */
const shownFor = 10 * 60_000;

/** Milliseconds for each part of a message that has no room as a whole. */
const turnsAfter = 7_000;

/** Letters from which on a message is set smaller and closer. */
const longFrom = 120;

/** The word to everybody that stands in the running head of every scene; null when there is none. */
export const HallNoteContext = createContext<ReactNode>(null);

/** The latest word to everybody, large, for a while or until it is taken back; null when there is none. */
export function useHallNote(view: LiveView, now: () => number): ReactNode {
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
  return <Note key={latest.id} kind={latest.kind} text={latest.text ?? ''} />;
}

/** A message in the lines that the head has; one that needs more shows its parts one after the other, and says which. */
function Note({ kind, text }: Pick<MessageView, 'kind'> & { text: string }) {
  const { t } = useTranslation(['frame', 'plenary']);
  const [pages, setPages] = useState(1);
  const [turned, setTurned] = useState(0);
  const page = turned % pages;
  useEffect(() => {
    if (pages < 2) return;
    const turning = setInterval(() => setTurned((before) => before + 1), turnsAfter);
    return () => clearInterval(turning);
  }, [pages]);
  return (
    <div className={styles['note']} role="status" data-long={text.length >= longFrom || undefined}>
      <div className={styles['words']}>
        <PagedText page={page} onPages={setPages} columns={1}>
          <p>
            {kind === 'call' && (
              <>
                <strong>{t('messages.call')}</strong>{' '}
              </>
            )}
            <bdi lang={languageOfScript(text)}>{text}</bdi>
          </p>
        </PagedText>
      </div>
      {pages > 1 && (
        <p className={styles['part']} aria-hidden="true">
          {t('plenary:note.part', { part: page + 1, parts: pages })}
        </p>
      )}
    </div>
  );
}
