import * as Y from 'yjs';
import { keyed } from '../keyed.ts';
import { compareOrder, type Ordered } from './order.ts';

/** Tolerant readers: whatever a document holds is input. A missing, foreign or malformed value reads as its empty form. */

/** A string, or '' for anything else; cut at `most` UTF-16 units. */
export function readText(value: unknown, most = 10_000): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}

/** So many members of a list are read: there are fewer States, and fewer SDG targets. */
const mostMembers = 300;

/** A list of strings; other members are dropped, and what no list of the board's has so many of. Accepts plain arrays and Y.Array. */
export function readTexts(value: unknown): string[] {
  const list: unknown = value instanceof Y.Array ? value.toArray() : value;
  return Array.isArray(list) ? list.slice(0, mostMembers).filter((member) => typeof member === 'string') : [];
}

/** So many languages of one text are read. */
const mostLanguages = 40;

/** The texts that stand under keys with a prefix, by what follows it; undefined when there are none. */
export function readKeyed(map: Y.Map<unknown>, prefix: string): Record<string, string> | undefined {
  const keys = [...map.keys()].filter((key) => key.startsWith(prefix)).slice(0, mostLanguages);
  const found = keyed<string, string>();
  for (const key of keys) {
    const text = readText(map.get(key));
    if (text !== '') found[key.slice(prefix.length)] = text;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** True only for the boolean true. */
export function readFlag(value: unknown): boolean {
  return value === true;
}

/** A nested map, or null. */
export function readMap(value: unknown): Y.Map<unknown> | null {
  return value instanceof Y.Map ? value : null;
}

/** A cell's fragment, or null. */
export function readFragment(value: unknown): Y.XmlFragment | null {
  return value instanceof Y.XmlFragment ? value : null;
}

/** UTF-16 units of an id; more is nobody's, and would go wherever the member is named. */
const longestId = 40;

/** The members of a map of maps, in their order. What `within` leaves of them is read, and of the others their order only. */
export function readOrdered<Member extends Ordered>(
  map: unknown,
  read: (id: string, entry: Y.Map<unknown>) => Member,
  within: (found: (Ordered & { entry: Y.Map<unknown> })[]) => (Ordered & { entry: Y.Map<unknown> })[] = (all) => all,
): Member[] {
  if (!(map instanceof Y.Map)) return [];
  const found: (Ordered & { entry: Y.Map<unknown> })[] = [];
  for (const [id, entry] of map.entries())
    if (entry instanceof Y.Map && id.length <= longestId)
      found.push({ id, order: readText(entry.get('order'), 100), entry });
  return within(found.sort(compareOrder)).map(({ id, entry }) => read(id, entry));
}

const blockNames = new Set(['paragraph', 'listItem', 'heading', 'blockquote', 'codeBlock']);
const deepest = 40;

/**
 * A fragment as plain text: one line per paragraph or list item, marks dropped. Depth is capped against hostile nesting; of
 * a text that is longer than `most` UTF-16 units the first so many are read.
 */
export function fragmentText(fragment: Y.XmlFragment | null, most = Number.POSITIVE_INFINITY): string {
  if (!fragment) return '';
  const found = { lines: [''], left: most };
  collect(fragment, found, 0);
  return tidyLines(found.lines);
}

/** Typed words in the form that `fragmentText` gives: no empty lines, no space around a line. */
export function tidyText(text: string): string {
  return tidyLines(text.split('\n'));
}

function tidyLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function collect(node: Y.XmlFragment, found: { lines: string[]; left: number }, depth: number): void {
  if (depth > deepest) return;
  const { lines } = found;
  for (const child of node.toArray()) {
    if (found.left <= 0) return;
    if (child instanceof Y.XmlText) {
      const text = wordsOf(child, found.left);
      lines[lines.length - 1] += text;
      found.left -= text.length;
    } else if (child instanceof Y.XmlElement) {
      const isBlock = blockNames.has(child.nodeName);
      if (child.nodeName === 'hardBreak' || isBlock) lines.push('');
      collect(child, found, depth + 1);
      if (isBlock) lines.push('');
    }
  }
}

/**
 * The first words of one text, without its marks. Its items are walked, each once: `toDelta` copies all marks that are open
 * for every piece, which whoever writes five hundred marks makes as dear as they like.
 */
export function wordsOf(text: Y.XmlText, most = Number.POSITIVE_INFINITY): string {
  let words = '';
  for (let item = text._start; item !== null && words.length < most; item = item.right)
    if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str;
  return words.length > most ? words.slice(0, most) : words;
}

/** Fills an empty fragment with plain text, one paragraph per line, in the shape that the cell editor uses. */
export function fillFragment(fragment: Y.XmlFragment, text: string): void {
  fragment.insert(0, text.split('\n').map(paragraphOf));
}

/** The same paragraphs by themselves; none for ''. */
export function paragraphsFor(text: string): Y.XmlElement[] {
  return text === '' ? [] : text.split('\n').map(paragraphOf);
}

/** A new paragraph with a line of plain text. */
export function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
  return paragraph;
}

/** A new fragment that holds plain text; '' gives an empty one. */
export function fragmentOf(text: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  if (text !== '') fillFragment(fragment, text);
  return fragment;
}
