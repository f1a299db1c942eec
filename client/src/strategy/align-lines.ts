import { carryOver } from '@board/shared/model/copied-signs';
import { removeWithin } from '@board/shared/model/plain-edit';
import { plainOfChild } from '@board/shared/model/plain-paragraphs';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { writeLine } from './write-line.ts';

/** What the editor showed last for each part of the shared text. */
export type Mapping = Map<unknown, Node | readonly Node[]>;

/**
 * Makes room in a shared text for lines that are new in the editor, and takes out those that are gone, where the binding
 * would have to guess: it compares what the lines say, and of two empty lines beside each other would give this person the
 * other one’s, with the caret of the other in it. Here lines are told apart by what they are. The binding then fills them.
 * To be called in the transaction in which the binding writes.
 */
export function alignLines(shared: Y.XmlFragment, shown: Node, mapping: Mapping): void {
  const lines = shared.toArray();
  const nodes = shown.children;
  const isKnown = (line: unknown, node: unknown): boolean => mapping.get(line) === node;
  const isAlike = (line: unknown, node: Node | undefined): boolean => {
    const was = mapping.get(line);
    return node !== undefined && was !== undefined && 'eq' in was && was.eq(node);
  };
  const kept = endsOf(lines, nodes, isKnown);
  const middle = { lines: kept.of(lines), nodes: kept.of(nodes) };
  const [line] = middle.lines;
  const [node] = middle.nodes;
  const isOne = middle.lines.length === 1 && middle.nodes.length === 1;
  if (isOne && line instanceof Y.XmlElement && node && line.nodeName === node.type.name) {
    if (!node.isTextblock) alignLines(line, node, mapping);
    // What the binding finds as it shows it, it does not touch.
    else if (writeLine(line, node)) mapping.set(line, node);
    return;
  }
  const alike = endsOf(middle.lines, middle.nodes, isAlike);
  // Of a line made of several texts the binding would make one, though nothing in it has changed.
  for (const [same, shownNow] of alike.pairs) mapping.set(same, shownNow);
  const at = kept.first + alike.first;
  const [gone, added] = [alike.of(middle.lines), alike.of(middle.nodes)];
  if (divideLine(shared, at, gone, added) || joinLines(shared, at, gone, added)) {
    const [first, shownNow] = [wordsLine(shared.get(at)), added[0] && wordsNode(added[0])];
    if (first && shownNow && writeLine(first, shownNow)) mapping.set(first, shownNow);
    return;
  }
  if (gone.length === 0 && added.length > 0) shared.insert(at, added.map(emptyLine));
  if (added.length === 0 && gone.length > 0) shared.delete(at, gone.length);
}

/**
 * Ends a line where the editor shows it ended, be it an item of a list: what stood behind goes to the end of the last of the
 * new lines, sign by sign, so that what others are typing there at that moment can follow. False where it is no such change.
 */
function divideLine(shared: Y.XmlFragment, at: number, gone: readonly unknown[], added: readonly Node[]): boolean {
  const [line, another] = gone;
  const [head, ...rest] = added;
  const last = rest.at(-1);
  const [divided, before, behind] = [wordsLine(line), head && wordsNode(head), last && wordsNode(last)];
  if (another !== undefined || !divided || !before || !behind || !isSameKind(line, head)) return false;
  shared.insert(at + 1, rest.map(emptyLine));
  const into = wordsLine(shared.get(at + rest.length));
  const words = plainOfLine(divided);
  const kept = alikeFrom(words, plainOfShown(before));
  const moved = alikeTo(words.slice(kept), plainOfShown(behind));
  if (into && moved > 0) {
    carryOver(divided, words.length - moved, into);
    removeWithin(divided, words.length - moved, words.length);
  }
  return true;
}

/** Puts the signs of a line behind those of the one before, where the editor shows both as one. False where it does not. */
function joinLines(shared: Y.XmlFragment, at: number, gone: readonly unknown[], added: readonly Node[]): boolean {
  const [first, second, third] = gone;
  const [shown, another] = added;
  if (third !== undefined || another !== undefined || !shown || !isSameKind(first, shown)) return false;
  const [into, from, words] = [wordsLine(first), wordsLine(second), wordsNode(shown)];
  if (!into || !from || !words || plainOfLine(into) + plainOfLine(from) !== plainOfShown(words)) return false;
  carryOver(from, 0, into);
  shared.delete(at + 1, 1);
  return true;
}

function isSameKind(line: unknown, node: Node | undefined): boolean {
  return line instanceof Y.XmlElement && line.nodeName === node?.type.name;
}

/** The paragraph that a line is, or that is all there is in an item of a list. */
function wordsLine(line: unknown): Y.XmlElement | null {
  if (!(line instanceof Y.XmlElement)) return null;
  if (line.nodeName === 'paragraph') return line;
  return line.nodeName === 'listItem' && line.length === 1 ? wordsLine(line.get(0)) : null;
}

function wordsNode(node: Node): Node | null {
  if (node.isTextblock) return node;
  return node.type.name === 'listItem' && node.childCount === 1 && node.firstChild ? wordsNode(node.firstChild) : null;
}

function plainOfLine(line: Y.XmlElement): string {
  return line.toArray().map(plainOfChild).join('');
}

function plainOfShown(node: Node): string {
  return node.textBetween(0, node.content.size, '', '\n');
}

/** How many signs two texts begin with alike. */
function alikeFrom(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

/** How many signs two texts end with alike. */
function alikeTo(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}

/** With the text in it that is typed into: what somebody else does in the line meanwhile is before it or behind it. */
function emptyLine(node: Node): Y.XmlElement {
  const line = new Y.XmlElement(node.type.name);
  line.insert(0, node.isTextblock ? [new Y.XmlText()] : node.children.map(emptyLine));
  return line;
}

/** How many from the beginning and the end are the same in two lists, those pairs, and what is left of a list between them. */
function endsOf(
  lines: readonly unknown[],
  nodes: readonly Node[],
  isSame: (line: unknown, node: Node | undefined) => boolean,
) {
  const most = Math.min(lines.length, nodes.length);
  let first = 0;
  while (first < most && isSame(lines[first], nodes[first])) first += 1;
  let last = 0;
  while (last < most - first && isSame(lines.at(-1 - last), nodes.at(-1 - last))) last += 1;
  const pairs = [
    ...nodes.slice(0, first).map((node, index) => [lines[index], node] as const),
    ...nodes.slice(nodes.length - last).map((node, index) => [lines[lines.length - last + index], node] as const),
  ];
  return { first, pairs, of: <Member>(list: readonly Member[]): Member[] => list.slice(first, list.length - last) };
}
