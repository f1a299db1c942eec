import { type DocumentName, groupOf } from '@board/shared/ids';
import { charterPart, readItems } from '@board/shared/model/charter';
import { fragmentText } from '@board/shared/model/read';
import { readStrategy } from '@board/shared/model/strategy';
import * as Y from 'yjs';
import { openLocalCopy } from './local-copy.ts';

/** Why a copy of a document was set aside. */
export type AsideReason = 'generation-moved' | 'read-only';

/** A copy with edits that the server never stored. The server's document is on the screen; these words can be copied out of this one. */
export interface Aside {
  name: string;
  why: AsideReason;
  edits: number;
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
  /** What stands in the copy and not in the document as it is now: one text per cell. */
  readWords(now: Y.Doc): Promise<string[]>;
}

/** The words of a document, one text per cell, by the place where they stand. */
export function wordsOf(document: DocumentName, doc: Y.Doc): Map<string, string> {
  const words = new Map<string, string>();
  if (groupOf(document) !== null) {
    for (const row of readStrategy(doc)) {
      words.set(`${row.id}.mechanisms`, row.mechanisms);
      for (const { id, text, indicator, resources, partners } of row.actions)
        for (const [cell, value] of Object.entries({ text, indicator, resources, partners }))
          words.set(`${id}.${cell}`, value);
      for (const { id, risk, response } of row.risks) words.set(`${id}.risk`, risk).set(`${id}.response`, response);
    }
  } else if (document === 'charter') {
    words.set('preamble', fragmentText(charterPart(doc, 'preamble')));
    for (const item of readItems(doc)) words.set(item.id, item.text);
    words.set('closing', fragmentText(charterPart(doc, 'closing')));
  }
  return words;
}

/** The texts of `before` that are not in `now` word for word at the same place. */
export function unsentWords(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([place, text]) => text !== '' && now.get(place) !== text).map(([, text]) => text);
}

/** Reads a local copy: its words, and how many of its edits were never stored. Empty where this browser keeps none. */
export async function readCopy(
  document: DocumentName,
  name: string,
): Promise<{ edits: number; words: Map<string, string> }> {
  const doc = new Y.Doc();
  const copy = await openLocalCopy(name, doc, () => {});
  const words = wordsOf(document, doc);
  await copy?.close();
  doc.destroy();
  return { edits: copy?.inherited ?? 0, words };
}
