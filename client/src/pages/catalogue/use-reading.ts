import type { Found, FoundProblem } from '@board/shared/upr/found';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { linesToLookAt, numberTheRest, type PreviewLine, previewLines } from '../../files/import/preview.ts';
import { readList } from '../../files/import/read-list.ts';
import type { ReadingProgress } from '../../files/import/readers.ts';
import { loadWords } from '../../i18n.ts';

/** A list that was read, and what has been mended in it since. */
export interface ReadListState {
  source: string | Blob;
  choices: ReadingChoices;
  found: Found;
  lines: PreviewLine[];
  lookFirst: ReadonlySet<number>;
}

type Reading =
  | { state: 'asking'; problem: FoundProblem | null }
  | { state: 'reading'; progress: ReadingProgress | null }
  | ({ state: 'read' } & ReadListState);

export interface ReadingControls {
  reading: Reading;
  /** Reads a list, or the same one again with other choices; what was mended by hand is then lost. */
  read: (source: string | Blob, choices?: ReadingChoices) => void;
  /** Puts a line in the place of the one with its key. Always the same function. */
  change: (line: PreviewLine) => void;
  /** Gives numbers to the lines without one, and looks anew at what is left to look at. */
  number: () => void;
  /** Stops a reading, or goes back to asking. */
  leave: () => void;
}

/** Reads lists one at a time; a new one or leaving the page stops the one before. */
export function useReading(): ReadingControls {
  const [reading, setReading] = useState<Reading>({ state: 'asking', problem: null });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => {
    loadWords('reading');
    return () => stop.current?.abort();
  }, []);
  const leave = () => {
    stop.current?.abort();
    setReading({ state: 'asking', problem: null });
  };
  const read = async (source: string | Blob, choices: ReadingChoices = {}) => {
    stop.current?.abort();
    const stopper = new AbortController();
    stop.current = stopper;
    setReading({ state: 'reading', progress: null });
    const found = await readList(source, choices, stopper.signal, (progress) => {
      if (!stopper.signal.aborted) setReading({ state: 'reading', progress });
    });
    if (found === null || stopper.signal.aborted) return;
    if (!found.ok) return setReading({ state: 'asking', problem: found.problem });
    const lines = previewLines(found.value);
    const lookFirst = linesToLookAt(lines);
    startTransition(() => setReading({ state: 'read', source, choices, found: found.value, lines, lookFirst }));
  };
  const change = useCallback((next: PreviewLine) => {
    setReading((before) => {
      if (before.state !== 'read') return before;
      return { ...before, lines: before.lines.map((line) => (line.key === next.key ? next : line)) };
    });
  }, []);
  const number = () =>
    setReading((before) => {
      if (before.state !== 'read') return before;
      const lines = numberTheRest(before.lines);
      return { ...before, lines, lookFirst: linesToLookAt(lines) };
    });
  return { reading, read: (source, choices) => void read(source, choices), change, number, leave };
}
