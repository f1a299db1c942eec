import { copiesIn, signNow } from '@board/shared/model/copied-signs';
import { lengthOf } from '@board/shared/model/plain-paragraphs';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import * as Y from 'yjs';

/** A place in an editor, held on to in the shared text behind it. */
export interface Anchor {
  /** The sign right before the place, or the paragraph that it is the beginning of. */
  behind: Y.RelativePosition;
  /** The first sign of its line, where it is the beginning of one. */
  ahead: Y.RelativePosition | null;
  /** The words of its line on both sides. */
  before: string;
  after: string;
}

/** Holds on to a place of what an editor shows; null where the shared text has no such paragraph. */
export function anchorAt(fragment: Y.XmlFragment, doc: Node, position: number): Anchor | null {
  const place = doc.resolve(position);
  const paragraph = elementAround(fragment, place);
  if (!paragraph) return null;
  const [before = '', after = ''] = [
    [0, place.parentOffset] as const,
    [place.parentOffset, place.parent.content.size] as const,
  ].map(([from, to]) => place.parent.textBetween(from, to, '', '\n'));
  const behind = signBefore(paragraph, place.parentOffset);
  return { behind, ahead: place.parentOffset === 0 ? signBefore(paragraph, 1) : null, before, after };
}

/** Where the sign of an anchor is in what an editor shows now, or was, if it is gone; null when its paragraph is gone. */
export function placeOfSign(fragment: Y.XmlFragment, doc: Node, { behind }: Anchor): number | null {
  const found = fragment.doc && Y.createAbsolutePositionFromRelativePosition(behind, fragment.doc);
  if (!found) return null;
  const { type, index } = found;
  if (type instanceof Y.XmlText && type.parent instanceof Y.XmlElement) {
    const offset = offsetOf(type.parent, type.parent.toArray().indexOf(type));
    return placeIn(fragment, doc, type.parent, offset + index);
  }
  return type instanceof Y.XmlElement ? placeIn(fragment, doc, type, offsetOf(type, index)) : null;
}

/** Where the sign of an anchor stands that was written anew elsewhere, in the position of the editor; null where it was not. */
export function placeOfCopy(fragment: Y.XmlFragment, doc: Node, { behind, ahead }: Anchor): number | null {
  if (!fragment.doc) return null;
  const sign = behind.item ?? ahead?.item;
  const now = sign && signNow(fragment.doc, copiesIn(fragment), sign);
  if (!now || Y.compareIDs(now, sign)) return null;
  const anchor = { behind: new Y.RelativePosition(null, null, now, -1), ahead: null, before: '', after: '' };
  const place = placeOfSign(fragment, doc, anchor);
  return place === null || behind.item ? place : place - 1;
}

/** True when the sign of an anchor was deleted, and not brought back by an undo. */
export function isSignGone({ doc }: Y.XmlFragment, { behind }: Anchor): boolean {
  return doc !== null && behind.item !== null && signNow(doc, [], behind.item) === null;
}

/** The position in the editor of an offset in a paragraph of the shared text; null when the paragraph is not shown. */
export function placeIn(fragment: Y.XmlFragment, doc: Node, paragraph: Y.XmlElement, offset: number): number | null {
  const path = pathTo(fragment, paragraph);
  if (!path) return null;
  let node = doc;
  let position = 0;
  for (const index of path) {
    if (index >= node.childCount) return null;
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize;
    position += 1;
    node = node.child(index);
  }
  return node.isTextblock ? position + Math.min(offset, node.content.size) : null;
}

function elementAround(fragment: Y.XmlFragment, place: ResolvedPos): Y.XmlElement | null {
  if (!place.parent.isTextblock) return null;
  let element: unknown = fragment;
  for (let depth = 0; depth < place.depth; depth++)
    element = element instanceof Y.XmlFragment ? element.get(place.index(depth)) : null;
  return element instanceof Y.XmlElement ? element : null;
}

function signBefore(paragraph: Y.XmlElement, offset: number): Y.RelativePosition {
  let left = offset;
  for (const [index, child] of paragraph.toArray().entries()) {
    if (left === 0) break;
    const size = lengthOf(child);
    if (child instanceof Y.XmlText && left <= size) return Y.createRelativePositionFromTypeIndex(child, left, -1);
    left -= size;
    if (left === 0) return Y.createRelativePositionFromTypeIndex(paragraph, index + 1, -1);
  }
  return Y.createRelativePositionFromTypeIndex(paragraph, 0, -1);
}

/** How many positions of the editor lie before a paragraph's child. */
function offsetOf(paragraph: Y.XmlElement, index: number): number {
  return paragraph
    .toArray()
    .slice(0, index)
    .reduce((sum, child) => sum + lengthOf(child), 0);
}

/** Which child of which child a paragraph is; null when it is not in the fragment any more. */
function pathTo(fragment: Y.XmlFragment, paragraph: Y.XmlElement): number[] | null {
  const path: number[] = [];
  let node: Y.XmlFragment = paragraph;
  while (node !== fragment) {
    const { parent } = node;
    if (!(parent instanceof Y.XmlFragment)) return null;
    const index = parent.toArray().indexOf(node as Y.XmlElement);
    if (index < 0) return null;
    path.unshift(index);
    node = parent;
  }
  return path;
}
