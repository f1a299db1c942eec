import { applyChange, changeBetween, dropEmptyLists } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { elementsOf, readBlocks } from '@board/shared/model/rich-text';
import { cellFragment, type StrategyRow, type Timeframe } from '@board/shared/model/strategy';
import { setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import { takeInPart } from '@board/shared/model/strategy-twins';
import { compareSdgCodes } from '@board/shared/upr/sdg';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { wordsIn } from '../recommendation-search.ts';
import { placeOf, rowOfKey } from '../table-model.ts';
import { flattened, formsOf, hasForm, linesOf, nested, type PastedCell } from './lines.ts';

interface Source {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
  language: string;
}

const terms = { short: 'short term', medium: 'medium term', long: 'long term', '': '' } as const;
const noTimeframe: Timeframe = { from: '', to: '', term: '' };

/** What a cell says, for another program or another cell. */
export function copyOfCell(source: Source, key: string): PastedCell {
  const row = source.rows.find((one) => one.id === rowOfKey(key));
  const place = row && placeOf(row, key);
  const fragment = place?.kind === 'text' ? cellFragment(source.doc, place.address) : null;
  const lines = fragment ? flattened(readBlocks(fragment)) : [];
  return { text: wordsOfCell(source, key), lines: lines.some(hasForm) ? lines : null };
}

function wordsOfCell({ doc, rows, catalogue, language }: Source, key: string): string {
  const row = rows.find((one) => one.id === rowOfKey(key));
  const place = row && placeOf(row, key);
  if (!row || !place) return '';
  if (place.kind === 'text') {
    const fragment = cellFragment(doc, place.address);
    return fragment ? plainOf(fragment) : '';
  }
  if (place.kind === 'timeframe') return timeframeText(row.actions.find((one) => one.id === place.action)?.timeframe);
  if (place.cell === 'risks') return '';
  if (place.cell === 'sdg') return [...row.sdgTargets].sort(compareSdgCodes).join(', ');
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  if (!recommendation) return '';
  return place.cell === 'number' ? recommendation.number : wordsIn(recommendation.text, language).words;
}

/** Makes a shared text say exactly this, touching only what differs. To be called inside of a transaction. */
function setWords(fragment: Y.XmlFragment, words: string): void {
  if (fragment.length === 0) {
    if (words !== '') fillFragment(fragment, words);
    return;
  }
  applyChange(fragment, changeBetween(plainOf(fragment), words), null);
}

/** Makes a shared text say what was pasted, with its forms. Plain words over plain words touch only what differs. */
export function setCell(fragment: Y.XmlFragment, cell: PastedCell): void {
  const before = flattened(readBlocks(fragment));
  if (cell.lines === null && !before.some(hasForm)) {
    setWords(fragment, cell.text);
    return;
  }
  if (formsOf(before) === formsOf(linesOf(cell))) return;
  fragment.delete(0, fragment.length);
  fragment.insert(0, elementsOf(nested(linesOf(cell))));
}

/** Empties a cell of whatever kind. True when there was something in it. */
export function clearCell(doc: Y.Doc, rows: readonly StrategyRow[], key: string, origin: object): boolean {
  const row = rows.find((one) => one.id === rowOfKey(key));
  const place = row && placeOf(row, key);
  if (!row || !place) return false;
  if (place.kind === 'text') {
    const fragment = cellFragment(doc, place.address);
    if (!fragment) return false;
    const isFilled = plainOf(fragment) !== '';
    const { address } = place;
    const part = 'action' in address ? address.action : 'risk' in address ? address.risk : null;
    doc.transact(() => {
      // One that was left out of rows that were put together, and written in since, must not go with its last word.
      if (isFilled && part !== null) takeInPart(doc, part, origin);
      if (isFilled) setWords(fragment, '');
      else dropEmptyLists(fragment);
    }, origin);
    return isFilled;
  }
  if (place.kind === 'timeframe') {
    const timeframe = row.actions.find((one) => one.id === place.action)?.timeframe;
    return timeframeText(timeframe) !== '' && setTimeframe(doc, row.id, place.action, noTimeframe, origin);
  }
  if (place.cell !== 'sdg' || row.sdgTargets.length === 0) return false;
  doc.transact(() => {
    for (const code of row.sdgTargets) setSdgTarget(doc, row.id, code, false, origin);
  }, origin);
  return true;
}

/** A timeframe as other programs sort it: 2027-03 – 2028-10, short term. */
export function timeframeText(timeframe: Timeframe = noTimeframe): string {
  const { from, to, term } = timeframe;
  const span = from !== '' && to !== '' ? `${from} – ${to}` : from !== '' ? `${from} –` : to === '' ? '' : `– ${to}`;
  return [span, terms[term]].filter((part) => part !== '').join(', ');
}
