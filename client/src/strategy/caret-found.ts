import { changeBetween } from '@board/shared/model/plain-edit';
import { paragraphsOf, plainOfChild } from '@board/shared/model/plain-paragraphs';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { type Anchor, isSignGone, placeIn, placeOfCopy, placeOfSign } from './caret-anchor.ts';
import { plainPlaceOf } from './caret-place.ts';
import { placeAt, plainOfNode } from './plain-node.ts';
import { placeAfter, stepsOf } from './text-steps.ts';

/** A text that others have changed, as the editor showed it before and as it is now. */
export interface Redrawn {
  fragment: Y.XmlFragment;
  /** All shared texts of the cell before. */
  known: ReadonlySet<Y.XmlText>;
  before: Node;
  now: Node;
}

/** A place in a text before others changed it. */
export interface FormerPlace {
  anchor: Anchor;
  /** Its position in the editor. */
  was: number;
  /** It was put there and not typed to: at the end of a line it stays at its end. */
  isPut: boolean;
}

/** The position in the editor where a place is now: behind the same sign, wherever that has gone. */
export function placeFound(redrawn: Redrawn, { anchor, was, isPut }: FormerPlace): number {
  const { fragment, before, now } = redrawn;
  const place =
    (isSignGone(fragment, anchor) ? null : placeOfSign(fragment, now, anchor)) ?? placeOfCopy(fragment, now, anchor);
  if (place !== null) return isPut && anchor.after === '' ? now.resolve(place).end() : place;
  const change = changeBetween(plainOfNode(before), plainOfNode(now));
  const isSameText = change.removed === 0 && change.inserted === '';
  const moved = isSameText ? null : placeMoved(redrawn, anchor);
  // Where only the form of the line has changed, its words tell the place.
  const rest = isSameText ? null : placeOfSign(fragment, now, anchor);
  return moved ?? rest ?? placeAt(now, placeAfter(stepsOf(change), plainPlaceOf(before, was)));
}

/**
 * Where the words around a place stand that were written anew elsewhere by what does not say so: the editor's binding, for
 * one, makes a list of lines. Only texts that were not there before are looked at.
 */
function placeMoved({ fragment, known, now }: Redrawn, { before, after }: Anchor): number | null {
  let best: { element: Y.XmlElement; offset: number; alike: number } | null = null;
  for (const { element } of paragraphsOf(fragment)) {
    if (!element.toArray().some((child) => child instanceof Y.XmlText && !known.has(child))) continue;
    const line = element.toArray().map(plainOfChild).join('');
    const offset = line.length - after.length;
    const lead = line.slice(0, Math.max(0, offset));
    const alike = Math.min(lead.length, before.length);
    const isAlike = line.endsWith(after) && lead.slice(lead.length - alike) === before.slice(before.length - alike);
    if (!isAlike || (alike === 0 && before !== '') || (best && alike <= best.alike)) continue;
    best = { element, offset, alike };
  }
  return best && placeIn(fragment, now, best.element, best.offset);
}
