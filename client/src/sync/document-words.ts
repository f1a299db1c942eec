import {
  type ActionId,
  type DocumentName,
  groupOf,
  type RecommendationId,
  type RiskId,
  type RowId,
} from '@board/shared/ids';
import { readCatalogue } from '@board/shared/model/catalogue';
import { charterPart, itemFragment, readItems } from '@board/shared/model/charter';
import { rowWithPart } from '@board/shared/model/merged-rows';
import { fragmentText } from '@board/shared/model/read';
import {
  type ActionCell,
  actionCells,
  type RiskCell,
  type RowCell,
  readStrategy,
  riskCells,
} from '@board/shared/model/strategy';
import type * as Y from 'yjs';
import { isWithin, type PlacePath } from './places.ts';

/** What people call the thing that holds a text: a row of the strategy, a part of the charter, a recommendation. */
export type Holder =
  /** `number`: of its recommendation, when it is known. `place`: from 1. */
  | { kind: 'row'; recommendation: RecommendationId | null; number: string; place: number }
  | { kind: 'item'; place: number }
  | { kind: 'preamble' }
  | { kind: 'closing' }
  | { kind: 'recommendation'; number: string };

/** One text of a document, with what a person needs to find its place again. */
export interface PlacedText {
  place: PlacePath;
  holder: Holder;
  /** The column; `place` is that of the action or risk in its row, from 1. Null where the holder has one text. */
  field: { cell: RowCell | ActionCell | RiskCell; place: number } | null;
  text: string;
}

/** The words of a document, one text per field, in the order in which they stand. */
export function wordsOf(document: DocumentName, doc: Y.Doc): PlacedText[] {
  if (groupOf(document) !== null) return strategyWords(doc);
  if (document === 'charter') return charterWords(doc);
  return document === 'catalogue' ? catalogueWords(doc) : [];
}

/**
 * The texts that lie in one of the places and are not in the document as it is `now`, word for word at the same place.
 * Without `now` all that lie in the places.
 */
export function unsentWords(
  texts: readonly PlacedText[],
  places: readonly PlacePath[],
  now: readonly PlacedText[] | null,
): PlacedText[] {
  const present = new Map(now?.map(({ place, text }) => [place, text]));
  return texts.filter(({ place, text }) => text !== '' && isWithin(place, places) && present.get(place) !== text);
}

function strategyWords(doc: Y.Doc): PlacedText[] {
  const words: PlacedText[] = [];
  for (const [index, row] of readStrategy(doc).entries()) {
    // What was put together with it stands in another row of the document.
    const homeOf = (part: ActionId | RiskId): RowId => (row.joined ? (rowWithPart(doc, part) ?? row.id) : row.id);
    const holder: Holder = { kind: 'row', recommendation: row.recommendation, number: '', place: index + 1 };
    const add = (path: PlacePath, cell: RowCell | ActionCell | RiskCell, place: number, text: string): void => {
      words.push({ place: `rows/${path}`, holder, field: { cell, place }, text });
    };
    for (const [place, action] of row.actions.entries())
      for (const cell of actionCells)
        add(`${homeOf(action.id)}/actions/${action.id}/${cell}`, cell, place + 1, action[cell]);
    for (const [place, risk] of row.risks.entries())
      for (const cell of riskCells) add(`${homeOf(risk.id)}/risks/${risk.id}/${cell}`, cell, place + 1, risk[cell]);
    for (const { id, mechanisms } of row.joined ?? [row]) add(`${id}/mechanisms`, 'mechanisms', 1, mechanisms);
  }
  return words;
}

function charterWords(doc: Y.Doc): PlacedText[] {
  const part = (kind: 'preamble' | 'closing'): PlacedText => ({
    place: kind,
    holder: { kind },
    field: null,
    text: fragmentText(charterPart(doc, kind)),
  });
  const items = readItems(doc).flatMap((item, index) =>
    (item.joined ?? [item.id]).map(
      (id): PlacedText => ({
        place: `items/${id}/text`,
        holder: { kind: 'item', place: index + 1 },
        field: null,
        text: fragmentText(itemFragment(doc, id)),
      }),
    ),
  );
  return [part('preamble'), ...items, part('closing')];
}

function catalogueWords(doc: Y.Doc): PlacedText[] {
  return readCatalogue(doc).flatMap(({ id, number, text }) =>
    Object.entries(text).map(
      ([language, words]): PlacedText => ({
        place: `recommendations/${id}/text/${language}`,
        holder: { kind: 'recommendation', number },
        field: null,
        text: words,
      }),
    ),
  );
}
