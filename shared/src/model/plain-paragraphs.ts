import * as Y from 'yjs';
import { wordsOf } from './read.ts';

/** A paragraph of a cell and where it begins in the cell's plain text; a line break inside of it counts one sign. */
export interface Paragraph {
  element: Y.XmlElement;
  start: number;
  length: number;
}

const deepest = 20;

/** A cell's words for a plain text field: one line per paragraph, list item or line break. Forms such as bold are not in it. */
export function plainOf(fragment: Y.XmlFragment): string {
  return paragraphsOf(fragment)
    .map(({ element }) => element.toArray().map(plainOfChild).join(''))
    .join('\n');
}

/** The paragraphs of a cell in order, those in lists too. */
export function paragraphsOf(fragment: Y.XmlFragment): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  const collect = (node: Y.XmlFragment, depth: number): void => {
    for (const child of node.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (child.nodeName === 'paragraph') {
        const length = child.toArray().reduce((sum, one) => sum + lengthOf(one), 0);
        paragraphs.push({ element: child, start, length });
        start += length + 1;
      } else if (depth < deepest) collect(child, depth + 1);
    }
  };
  collect(fragment, 0);
  return paragraphs;
}

/** All shared texts of a cell, in order. */
export function textsIn(fragment: Y.XmlFragment, depth = 0): Y.XmlText[] {
  return fragment.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlFragment && depth < deepest ? textsIn(child, depth + 1) : [];
  });
}

/** How many signs of the plain text a paragraph's child stands for. */
export function lengthOf(child: unknown): number {
  return plainOfChild(child).length;
}

/** The plain text of a paragraph's child: words, or a line break. */
export function plainOfChild(child: unknown): string {
  if (child instanceof Y.XmlText) return wordsOf(child);
  return child instanceof Y.XmlElement && child.nodeName === 'hardBreak' ? '\n' : '';
}
