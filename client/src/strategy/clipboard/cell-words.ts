import { applyChange, changeBetween } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, type StrategyRow, type Timeframe } from '@board/shared/model/strategy';
import { setSdgTarget, setTimeframe } from '@board/shared/model/strategy-edits';
import { compareSdgCodes } from '@board/shared/upr/sdg';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { wordsIn } from '../recommendation-search.ts';
import { placeOf, rowOfKey } from '../table-model.ts';

interface Source {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
  language: string;
}

const terms = { short: 'short term', medium: 'medium term', long: 'long term', '': '' } as const;
const noTimeframe: Timeframe = { from: '', to: '', term: '' };

/** What a cell says, as plain text for another program. */
export function wordsOfCell({ doc, rows, catalogue, language }: Source, key: string): string {
  const row = rows.find((one) => one.id === rowOfKey(key));
  const place = row && placeOf(row, key);
  if (!row || !place) return '';
  if (place.kind === 'text') {
    const fragment = cellFragment(doc, place.address);
    return fragment ? plainOf(fragment) : '';
  }
  if (place.kind === 'timeframe') return timeframeText(row.actions.find((one) => one.id === place.action)?.timeframe);
  if (place.cell === 'sdg') return [...row.sdgTargets].sort(compareSdgCodes).join(', ');
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  if (!recommendation) return '';
  return place.cell === 'number' ? recommendation.number : wordsIn(recommendation.text, language).words;
}

/** Makes a shared text say exactly this, touching only what differs. To be called inside of a transaction. */
export function setWords(fragment: Y.XmlFragment, words: string): void {
  if (fragment.length === 0) {
    if (words !== '') fillFragment(fragment, words);
    return;
  }
  applyChange(fragment, changeBetween(plainOf(fragment), words), null);
}

/** Empties a cell of whatever kind. True when there was something in it. */
export function clearCell(doc: Y.Doc, rows: readonly StrategyRow[], key: string, origin: object): boolean {
  const row = rows.find((one) => one.id === rowOfKey(key));
  const place = row && placeOf(row, key);
  if (!row || !place) return false;
  if (place.kind === 'text') {
    const fragment = cellFragment(doc, place.address);
    if (!fragment || plainOf(fragment) === '') return false;
    doc.transact(() => setWords(fragment, ''), origin);
    return true;
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
function timeframeText(timeframe: Timeframe = noTimeframe): string {
  const { from, to, term } = timeframe;
  const span = from !== '' && to !== '' ? `${from} – ${to}` : from !== '' ? `${from} –` : to === '' ? '' : `– ${to}`;
  return [span, terms[term]].filter((part) => part !== '').join(', ');
}
