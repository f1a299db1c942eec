import type * as Y from 'yjs';
import type { CharterItemId } from '../ids.ts';
import type { CharterItem } from './charter.ts';
import { itemsInParts } from './joined-items.ts';

/** A text that was an item of its own, or has others behind it now. */
export interface MergedText {
  /** The item that it is read in. */
  item: CharterItemId;
  /** The part of that item that has its words (`itemFragment`). */
  part: CharterItemId;
  text: string;
}

/** Where each text of an item with several parts is read; empty where none was merged. `items`: as `readItems` has them. */
export function mergedTexts(doc: Y.Doc, items: readonly CharterItem[]): ReadonlyMap<CharterItemId, MergedText> {
  if (items.length === doc.getMap('items').size) return new Map();
  const several = itemsInParts(doc).filter((parts) => parts.length > 1);
  return new Map(
    several.flatMap((parts) =>
      parts.map((one): [CharterItemId, MergedText] => {
        const read = (one.isTwin && parts.find(({ id }) => id === one.into)) || one;
        return [one.id, { item: parts[0].id, part: read.id, text: read.text }];
      }),
    ),
  );
}
