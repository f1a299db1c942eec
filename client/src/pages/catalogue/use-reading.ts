import type { Found, FoundProblem } from '@board/shared/upr/found';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { linesToLookAt, numberTheRest, type PreviewLine, previewLines } from '../../files/import/preview.ts';
import { type ReadingAnswer, readList } from '../../files/import/read-list.ts';
import type { ReadingProgress } from '../../files/import/readers.ts';
import { loadWords } from '../../i18n.ts';

/** A list that was read, and what has been mended in it since. */
export interface ReadListState {
  source: string | Blob;
  choices: ReadingChoices;
  found: Found;
  lines: PreviewLine[];
  lookFirst: ReadonlySet<number>;
  /** Counts the readings, so that what belongs to the one before can be told from what is of this one. */
  turn: number;
  /** The same list is being read again with other choices; what is shown is of the reading before. */
  again: { progress: ReadingProgress | null } | null;
  /** Why nothing was found with the choices made last. */
  problem: FoundProblem | null;
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
    const show = (progress: ReadingProgress | null) => {
      if (stopper.signal.aborted) return;
      setReading((before) =>
        isOf(before, source) ? { ...before, again: { progress } } : { state: 'reading', progress },
      );
    };
    show(null);
    const found = await readList(source, choices, stopper.signal, show);
    if (found === null || stopper.signal.aborted) return;
    // Drawn in pieces, so that the page answers meanwhile.
    startTransition(() => setReading((before) => answered(before, source, choices, found)));
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

function isOf(reading: Reading, source: string | Blob): reading is { state: 'read' } & ReadListState {
  return reading.state === 'read' && reading.source === source;
}

/** Where other choices find nothing, what was found before stays, so that the choices can be made otherwise. */
function answered(before: Reading, source: string | Blob, choices: ReadingChoices, found: ReadingAnswer): Reading {
  const isAgain = isOf(before, source);
  if (!found.ok) {
    const { problem } = found;
    return isAgain ? { ...before, choices, again: null, problem } : { state: 'asking', problem };
  }
  const lines = previewLines(found.value);
  const lookFirst = linesToLookAt(lines);
  const turn = isAgain ? before.turn + 1 : 0;
  return { state: 'read', source, choices, found: found.value, lines, lookFirst, turn, again: null, problem: null };
}
