import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { limits } from '@board/shared/protocol/limits';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Awareness } from 'y-protocols/awareness';
import { loadAgain } from '../../ui/load-again.ts';
import { readPresence } from '../presence.ts';
import { useTable } from '../table-context.ts';
import { applyPaste } from './apply-paste.ts';
import { type PastedCell, plainCell } from './lines.ts';
import { effectsOf, type PasteEffects } from './paste-effects.ts';
import { type PastePlan, planFill } from './paste-plan.ts';
import type { Block } from './read-block.ts';
import type { Chosen } from './use-chosen.ts';

/** A paste that waits to be looked at. */
export interface PendingPaste {
  block: Block;
  /** The cell that was pasted into. */
  anchor: string;
  /** Cells with words that were too far out to be read. */
  leftOut: number;
  /** Words outside of the table that was read. */
  wordsBeside: number;
  /** Words that what was copied does not show. */
  hiddenWords: number;
  /** It was copied from a table of ours. */
  isOwn?: boolean;
  /** Where it goes in the rows as they are, where that is no question. */
  planIn?: (rows: readonly StrategyRow[]) => PastePlan;
}

interface Paste {
  /** A paste that waits to be looked at. */
  pending: PendingPaste | null;
  /** What reads a paste did not arrive: nothing was pasted. */
  isMissing: boolean;
  /** The preview, or what stands in its place, was left. */
  close: () => void;
  paste: (event: ClipboardEvent, key: string) => Promise<void>;
}

const loadReader = () => loadAgain(() => import('./read-block.ts'));

/** One value goes straight into its cell, or into all that are chosen; a block is shown first, and so is whatever would surprise. */
export function usePaste(chosen: Chosen): Paste {
  const { t } = useTranslation('strategy');
  const { doc, origin, awareness, mayWrite } = useTable();
  const [pending, setPending] = useState<PendingPaste | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    // Before it is needed: whoever pastes while the server is away pastes too.
    if (mayWrite) void loadReader().catch(() => {});
  }, [mayWrite]);
  const pasteOne = (cell: PastedCell, key: string): void => {
    const { seen, unseen } = chosen.seenAt(key);
    const planIn = (there: readonly StrategyRow[]): PastePlan => planFill(cell, seen, there);
    const now = readStrategy(doc);
    const plan = planIn(now);
    if (needsLook(effectsOf(plan, now), awareness)) {
      setPending({ block: [[cell]], anchor: key, leftOut: 0, wordsBeside: 0, hiddenWords: 0, planIn });
      return;
    }
    chosen.asOneStep(() => applyPaste(doc, plan, origin));
    chosen.tell(seen.length > 1 ? t('clipboard.filled', { count: seen.length }) : '', unseen);
  };
  const paste = async (event: ClipboardEvent, key: string): Promise<void> => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    // Not even read: that would keep the page busy for minutes.
    if (text.length > limits.pasteText || html.length > limits.pasteMarkup) {
      setPending({
        block: [[plainCell(text)]],
        anchor: key,
        leftOut: 0,
        wordsBeside: 0,
        hiddenWords: 0,
        planIn: () => ({ lines: [], added: [] }),
      });
      return;
    }
    const reader = await loadReader().catch(() => null);
    setMissing(reader === null);
    const read = reader?.readBlock(html, text);
    const [first] = read?.block[0] ?? [];
    if (!read || !first) return;
    const column = key.split('.').at(-1) ?? '';
    const isAll = read.leftOut + read.wordsBeside + read.hiddenWords === 0;
    const isOneValue = read.block.length === 1 && read.block[0]?.length === 1 && isAll;
    const isRow = chosen.keysAt(key).flat().length < 2 && (column === 'number' || column === 'recommendation');
    if (isOneValue && !isRow) pasteOne(first, key);
    // A block goes to where what is chosen begins, wherever in it the focus is.
    else setPending({ ...read, anchor: chosen.keysAt(key)[0]?.[0] ?? key });
  };
  const close = (): void => {
    setPending(null);
    setMissing(false);
  };
  return { pending, isMissing, close, paste };
}

/** What somebody would want to know before it happens. Undo takes back the rest. */
function needsLook(effects: PasteEffects, awareness: Awareness | null): boolean {
  const { overwritten, unreadTimes, unknownTargets, tooMuch } = effects;
  if (tooMuch !== null || unreadTimes.length > 0 || unknownTargets.length > 0) return true;
  if (awareness === null) return false;
  const { cells } = readPresence(awareness.getStates(), awareness.clientID);
  return overwritten.some((key) => cells.has(key));
}
