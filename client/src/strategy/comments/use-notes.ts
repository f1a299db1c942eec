import type { PersonId, RowId } from '@board/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { Shown, type Subscribable } from '../../sync/subscribable.ts';
import type { CommentsPlace } from './notes.ts';
import type { Thread } from './threads.ts';

/** A value as something that rows can follow: it stays the same object while its value changes. */
export function useSource<Value>(now: Value): Subscribable<Value> {
  const [shown] = useState(() => new Shown(now));
  useEffect(() => shown.show(now), [shown, now]);
  return shown;
}

/** Ctrl+Alt+M in a cell opens its comments, as in other programs. Null: it does nothing. */
export function useCommentKey(open: ((place: CommentsPlace) => void) | null): void {
  useEffect(() => {
    if (!open) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'm' || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
      const key = cell?.dataset['cell'];
      if (key === undefined) return;
      event.preventDefault();
      open({ row: key.slice(0, key.indexOf('.')) as RowId, cell: key });
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [open]);
}

/** Tells the name of whoever has just said something; not of what was there when the page was opened. Null: not known yet. */
export function useArrivals(threads: readonly Thread[] | null, me: PersonId, tell: (name: string) => void): void {
  const seen = useRef<Set<string> | null>(null);
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (!threads) return;
    const comments = threads.flatMap((thread) => thread.comments);
    const news = comments.filter(({ id, author }) => author !== me && seen.current && !seen.current.has(id));
    seen.current = new Set(comments.map(({ id }) => id));
    const last = news.at(-1);
    if (last) latest.current(last.name);
  }, [threads, me]);
}
