import type { ActionId, RecommendationId, RiskId, RowId } from '@board/shared/ids';
import { orderBetween } from '@board/shared/model/order';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { paragraphsFor } from '@board/shared/model/read';
import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { putBack } from '@board/shared/model/strategy-put-back';
import * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import type { Offer } from '../sync/kept-offers.ts';
import { livingFragment, missingIn } from '../sync/lost-words.ts';
import type { PlacePath } from '../sync/places.ts';
import { removedText } from '../sync/removed-texts.ts';
import { emptyRow } from './empty-row.ts';

/**
 * Puts lost words behind what stands in their cells. What is gone is put back as a whole before, once; an action or a risk
 * that others had begun in it, so that nobody here has ever had it, under its own id, so that whoever is offered the same
 * words finds them there. One transaction.
 */
export function giveBack(doc: Y.Doc, lost: readonly Offer[], origin: unknown): void {
  doc.transact(() => {
    const gone = lost.filter(({ place }) => !livingFragment(doc, place));
    for (const { place, row: before } of gone) {
      const row = formerRow(doc, rowIn(place)) ?? before ?? removedRow(doc, rowIn(place));
      putBack(doc, withPart(row, place), origin, (key) => removedText(doc, key));
    }
    for (const one of lost) {
      const fragment = livingFragment(doc, one.place);
      // What was put back as it was read last has this person’s own words in it.
      const isBack = gone.includes(one);
      const isThere = isBack && fragment && plainOf(fragment).includes(one.words);
      const words = isBack ? missingIn(fragment, one.words) : one.words;
      if (!isThere) fragment?.insert(fragment.length, paragraphsFor(words));
    }
  }, origin);
}

/** The row that a place lies in. */
export function rowIn(place: PlacePath): RowId {
  return place.split('/')[1] as RowId;
}

/** A row that was removed before this page was opened: what it was about is all that is still known of it. */
function removedRow(doc: Y.Doc, id: RowId): StrategyRow {
  const entry = doc.getMap('rows')._map.get(id)?.content;
  const about = entry instanceof Y.ContentType ? entry.type._map.get('recommendation')?.content.getContent()[0] : null;
  const order = orderBetween(readStrategy(doc).at(-1)?.order ?? null, null);
  return emptyRow(id, order, typeof about === 'string' ? (about as RecommendationId) : null);
}

/** A row with the action or risk that a place lies in, behind the others and empty where the row was never read with it. */
function withPart(row: StrategyRow, place: PlacePath): StrategyRow {
  const [, , list, id, cell] = place.split('/');
  if (cell === undefined || [...row.actions, ...row.risks].some((part) => part.id === id)) return row;
  if (list === 'risks') {
    const order = orderBetween(row.risks.at(-1)?.order ?? null, null);
    return { ...row, risks: [...row.risks, { id: id as RiskId, order, risk: '', response: '' }] };
  }
  const order = orderBetween(row.actions.at(-1)?.order ?? null, null);
  const cells = { text: '', indicator: '', resources: '', partners: '' };
  const begun = { id: id as ActionId, order, ...cells, timeframe: { from: '', to: '', term: '' } as const };
  return { ...row, actions: [...row.actions, { ...begun, contribution: false }] };
}
