import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { CharterItemId } from '@board/shared/ids';
import {
  type CharterItem,
  type CharterPlace,
  charterPart,
  isCharterPart,
  readItems,
} from '@board/shared/model/charter';
import { type MergedText, mergedTexts } from '@board/shared/model/merged-texts';
import { fragmentText } from '@board/shared/model/read';
import type * as Y from 'yjs';

/** The texts of the charter that amendments can be for. */
export interface CharterTexts {
  preamble: string;
  closing: string;
  items: readonly CharterItem[];
  merged: ReadonlyMap<CharterItemId, MergedText>;
}

export function readTexts(doc: Y.Doc): CharterTexts {
  const items = readItems(doc);
  const [preamble, closing] = [fragmentText(charterPart(doc, 'preamble')), fragmentText(charterPart(doc, 'closing'))];
  return { preamble, closing, items, merged: mergedTexts(doc, items) };
}

/** Where a text is read now: one that was merged, in the item that has it. */
export function placeNow({ merged }: CharterTexts, place: CharterPlace): CharterPlace {
  return isCharterPart(place) ? place : (merged.get(place)?.item ?? place);
}

/**
 * Where words stand that somebody has seen at a place: `whole`, as all of it, or in the part of an item that they were merged
 * into, which has other words beside them. Null when they stand no more.
 */
export function standing(texts: CharterTexts, place: CharterPlace, isThese: IsThese): 'whole' | MergedText | null {
  const whole = wholeAt(texts, place);
  if (whole !== undefined && isThese(whole)) return 'whole';
  const part = isCharterPart(place) ? undefined : texts.merged.get(place);
  return part && isThese(part.text) ? part : null;
}

export type IsThese = (words: string) => boolean;

/** Letter by letter first: it is asked for every open amendment at every change, and nearly always so. */
export const these =
  (words: string): IsThese =>
  (stand) =>
    stand === words || fingerprint(stand) === fingerprint(words);

/** The words of a place as a whole, as they stand and with others in the place of one part's. */
export function wholeWith(texts: CharterTexts, part: MergedText, text: string): { before: string; text: string } {
  const item = texts.items.find(({ id }) => id === part.item);
  const words = (item?.joined ?? [part.part]).map((id) =>
    id === part.part ? text : (texts.merged.get(id)?.text ?? ''),
  );
  return { before: item?.text ?? '', text: words.filter((one) => one !== '').join('\n') };
}

function wholeAt(texts: CharterTexts, place: CharterPlace): string | undefined {
  return isCharterPart(place) ? texts[place] : texts.items.find(({ id }) => id === place)?.text;
}
