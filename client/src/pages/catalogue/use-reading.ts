import type { Recommendation } from '@board/shared/model/catalogue';
import type { FoundProblem } from '@board/shared/upr/found';
import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { ReadingChoices } from '../../files/import/choices.ts';
import type { WaitingMend } from '../../files/import/mends.ts';
import type { PreviewLine } from '../../files/import/preview.ts';
import { type ReadingAnswer, readList } from '../../files/import/read-list.ts';
import type { ReadingProgress } from '../../files/import/readers.ts';
import { loadWords } from '../../i18n.ts';
import {
  asItWas,
  kinOf,
  type ListSource,
  listRead,
  nothingRead,
  type ReadListState,
  withDecided,
  withLine,
  withNumbers,
} from './list-state.ts';

type Reading =
  /** `source`: what could not be read as a list, and why. */
  | { state: 'asking'; problem: FoundProblem | null; source: ListSource | null }
  | { state: 'reading'; progress: ReadingProgress | null }
  | ({ state: 'read' } & ReadListState);

const asking: Reading = { state: 'asking', problem: null, source: null };

export interface ReadingControls {
  reading: Reading;
  /**
   * Reads a list, or the same one again with other choices. What was mended by hand is laid over it again, also where
   * somebody has left a list and comes back with the same one, or with a pasted text that was edited since.
   */
  read: (source: ListSource, choices?: ReadingChoices) => void;
  /** Takes the latest choice back. */
  takeBack: () => void;
  /** Puts a line in the place of the one with its key. Always the same function. */
  change: (line: PreviewLine) => void;
  /** Gives numbers to the lines without one, the catalogue's where it has their words, and looks anew at what is left to look at. */
  number: (catalogue: readonly Recommendation[]) => void;
  /** Lays a mend that waits over its line, or gives it up. */
  decide: (mend: WaitingMend, isUsed: boolean) => void;
  /** Somebody says which language the texts are in. */
  chooseLanguage: (language: string) => void;
  /** Somebody says of gaps, by their names, that they are right. */
  acceptGaps: (names: readonly string[]) => void;
  /** Stops a reading, or goes back to asking. */
  leave: () => void;
}

/** Reads lists one at a time; a new one or leaving the page stops the one before. */
export function useReading(): ReadingControls {
  const [reading, setReading] = useState<Reading>(asking);
  const stop = useRef<AbortController | null>(null);
  const left = useRef<ReadListState | null>(null);
  useEffect(() => {
    loadWords('reading');
    return () => stop.current?.abort();
  }, []);
  const inList = useCallback((change: (list: ReadListState) => ReadListState) => {
    setReading((before) => (before.state === 'read' ? { state: 'read', ...change(before) } : before));
  }, []);
  const leave = () => {
    stop.current?.abort();
    if (reading.state === 'read') left.current = asItStood(reading);
    setReading(asking);
  };
  const read = async (source: ListSource, asked?: ReadingChoices) => {
    stop.current?.abort();
    const stopper = new AbortController();
    stop.current = stopper;
    if (reading.state === 'read') left.current = asItStood(reading);
    const kin = left.current ? kinOf(left.current.source, source) : 'other';
    const known = kin === 'other' ? null : left.current;
    if (known && kin === 'same' && !asked) return setReading({ state: 'read', ...known });
    const choices = asked ?? known?.readWith ?? {};
    const show = (progress: ReadingProgress | null) => {
      if (stopper.signal.aborted) return;
      setReading((before) =>
        isOf(before, source) ? { ...before, choices, again: { progress } } : { state: 'reading', progress },
      );
    };
    show(null);
    const found = await readList(source, choices, stopper.signal, show);
    if (found === null || stopper.signal.aborted) return;
    // Drawn in pieces, so that the page answers meanwhile.
    startTransition(() => setReading((before) => answered(before, source, choices, found, known)));
  };
  return {
    reading,
    read: (source, choices) => void read(source, choices),
    takeBack: () => {
      stop.current?.abort();
      inList(asItWas);
    },
    change: useCallback((next: PreviewLine) => inList((list) => withLine(list, next)), [inList]),
    number: (catalogue) => inList((list) => withNumbers(list, catalogue)),
    decide: (mend, isUsed) => inList((list) => withDecided(list, mend, isUsed)),
    chooseLanguage: (language) => inList((list) => ({ ...list, language })),
    acceptGaps: (names) => inList((list) => ({ ...list, acceptedGaps: new Set([...list.acceptedGaps, ...names]) })),
    leave,
  };
}

/** A list without a choice that is being carried out or has found nothing. */
function asItStood({ state: _, ...list }: { state: 'read' } & ReadListState): ReadListState {
  return list.again === null && list.problem === null ? list : asItWas(list);
}

function isOf(reading: Reading, source: ListSource): reading is { state: 'read' } & ReadListState {
  return reading.state === 'read' && reading.source === source;
}

/** Where other choices find nothing, what was found before stays, so that the choices can be made otherwise. */
function answered(
  before: Reading,
  source: ListSource,
  choices: ReadingChoices,
  found: ReadingAnswer,
  left: ReadListState | null,
): Reading {
  const shown = isOf(before, source) ? before : null;
  if (found.ok) return { state: 'read', ...listRead(source, choices, found.value, shown ?? left) };
  const { problem } = found;
  return shown ? { state: 'read', ...nothingRead(shown, choices, problem) } : { state: 'asking', problem, source };
}
