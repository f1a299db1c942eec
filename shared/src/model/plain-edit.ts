import * as Y from 'yjs';
import { carryOver } from './copied-signs.ts';
import { lengthOf, type Paragraph, paragraphsOf, plainOf } from './plain-paragraphs.ts';
import { fillFragment, fragmentText, paragraphOf, tidyText } from './read.ts';
import { wordDifference } from './word-difference.ts';

/** One replacement that leads from one text to another. */
export interface TextChange {
  at: number;
  removed: number;
  inserted: string;
}

/** The smallest single replacement between two texts. Signs of two code units are never torn. */
export function changeBetween(before: string, after: string): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) };
}

/**
 * Makes a change in a cell, at places of its plain text. Only what differs is touched, so that what others write at the
 * same time stays, and forms and lists around it too. One transaction.
 */
export function applyChange(fragment: Y.XmlFragment, change: TextChange, origin: unknown): void {
  if (change.removed === 0 && change.inserted === '') return;
  const run = (): void => {
    remove(fragment, change.at, change.at + change.removed);
    if (change.inserted !== '') insert(fragment, change.at, change.inserted);
    else dropEmptyLists(fragment);
  };
  if (fragment.doc) fragment.doc.transact(run, origin);
  else run();
}

/**
 * Puts other words in the place of a text's own. Only words that differ are touched, so that bold, lists and carets around
 * them stay. One transaction; the text then reads as `words`, whatever shape it had.
 */
export function reword(fragment: Y.XmlFragment, words: string, origin: unknown = null): void {
  const run = (): void => {
    for (const change of changesTo(plainOf(fragment), words).reverse()) applyChange(fragment, change, origin);
    if (fragmentText(fragment) === tidyText(words)) return;
    fragment.delete(0, fragment.length);
    fillFragment(fragment, tidyText(words));
  };
  if (fragment.doc) fragment.doc.transact(run, origin);
  else run();
}

/** The replacements that lead from one text to another, each at its place in the first. */
function changesTo(before: string, after: string): TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  for (const { kind, text } of wordDifference(before, after)) {
    const last = changes.at(-1);
    if (kind === 'new' && last && last.at + last.removed === at) last.inserted = text;
    else if (kind !== 'same') {
      const isGone = kind === 'gone';
      changes.push({ at, removed: isGone ? text.length : 0, inserted: isGone ? '' : text });
    }
    if (kind !== 'new') at += text.length;
  }
  return changes;
}

/** A text without any words has no bullets either: nobody sees them in a plain field, and in the table they look like a list. */
export function dropEmptyLists(fragment: Y.XmlFragment): void {
  if (plainOf(fragment) !== '') return;
  for (let place = fragment.length - 1; place >= 0; place--) {
    const child = fragment.get(place);
    if (child instanceof Y.XmlElement && child.nodeName !== 'paragraph') fragment.delete(place, 1);
  }
}

function remove(fragment: Y.XmlFragment, from: number, to: number): void {
  const touched = paragraphsOf(fragment).filter(({ start, length }) => start <= to && start + length >= from);
  for (const { element, start } of touched) removeWithin(element, from - start, to - start);
  const [first, ...others] = touched;
  for (const other of others) if (first && other.start > from && other.start <= to) join(first.element, other.element);
}

/** Takes words and line breaks out of a line. A text of which nothing is left stays: somebody may be typing in it. */
export function removeWithin(paragraph: Y.XmlElement, from: number, to: number): void {
  let end = paragraph.toArray().reduce((sum, child) => sum + lengthOf(child), 0);
  for (let index = paragraph.length - 1; index >= 0; index--) {
    const child = paragraph.get(index);
    const start = end - lengthOf(child);
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (last > first) {
      if (child instanceof Y.XmlText) child.delete(first - start, last - first);
      else paragraph.delete(index, 1);
    }
    end = start;
  }
}

/** Puts what is left of a paragraph behind another one, and takes it out with the list around it if that is empty then. */
function join(into: Y.XmlElement, from: Y.XmlElement): void {
  carryOver(from, 0, into);
  takeOut(from);
}

function takeOut(node: Y.XmlElement): void {
  const parent = node.parent;
  if (!(parent instanceof Y.XmlFragment)) return;
  if (parent instanceof Y.XmlElement && parent.length === 1) takeOut(parent);
  else parent.delete(parent.toArray().indexOf(node), 1);
}

function insert(fragment: Y.XmlFragment, at: number, text: string): void {
  if (paragraphsOf(fragment).length === 0) fragment.insert(0, [new Y.XmlElement('paragraph')]);
  const place = paragraphsOf(fragment).find(({ start, length }) => at <= start + length);
  if (!place) return;
  const [first = '', ...lines] = text.split('\n');
  const offset = at - place.start;
  if (lines.length > 0) split(place, offset, lines);
  insertWithin(place.element, offset, first);
}

/** Ends a paragraph at an offset; what stood behind goes to the end of the last of the new lines. */
function split({ element, length }: Paragraph, offset: number, lines: readonly string[]): void {
  const paragraphs = lines.map(paragraphOf);
  const holder = element.parent;
  const last = paragraphs.at(-1);
  if (!(holder instanceof Y.XmlFragment) || !last) return;
  if (holder instanceof Y.XmlElement && holder.nodeName === 'listItem' && holder.parent instanceof Y.XmlFragment) {
    const items = paragraphs.map((paragraph) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, [paragraph]);
      return item;
    });
    // What else is in the list item stays behind the words that it belongs to.
    if (holder.length === 1) holder.parent.insertAfter(holder, items);
    else holder.insertAfter(element, paragraphs);
  } else holder.insertAfter(element, paragraphs);
  carryOver(element, offset, last);
  removeWithin(element, offset, length);
}

function insertWithin(paragraph: Y.XmlElement, offset: number, words: string): void {
  if (words === '') return;
  let start = 0;
  for (const [index, child] of paragraph.toArray().entries()) {
    const end = start + lengthOf(child);
    if (child instanceof Y.XmlText && offset <= end) {
      child.insert(offset - start, words);
      return;
    }
    if (offset <= start) {
      paragraph.insert(index, [new Y.XmlText(words)]);
      return;
    }
    start = end;
  }
  paragraph.insert(paragraph.length, [new Y.XmlText(words)]);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
