import * as Y from 'yjs';
import { compareOrder, type Ordered } from './order.ts';

/** Tolerant readers: whatever a document holds is input. A missing, foreign or malformed value reads as its empty form. */

/** A string, or '' for anything else; cut at `most` UTF-16 units. */
export function readText(value: unknown, most = 10_000): string {
  return typeof value === 'string' ? value.slice(0, most) : '';
}

/** A list of strings; other members are dropped. Accepts plain arrays and Y.Array. */
export function readTexts(value: unknown): string[] {
  const list: unknown = value instanceof Y.Array ? value.toArray() : value;
  return Array.isArray(list) ? list.filter((member) => typeof member === 'string') : [];
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

/** The members of a map of maps, in their order. */
export function readOrdered<Member extends Ordered>(
  map: unknown,
  read: (id: string, entry: Y.Map<unknown>) => Member,
): Member[] {
  if (!(map instanceof Y.Map)) return [];
  const members: Member[] = [];
  for (const [id, entry] of map.entries()) if (entry instanceof Y.Map) members.push(read(id, entry));
  return members.sort(compareOrder);
}

const blockNames = new Set(['paragraph', 'listItem', 'heading', 'blockquote', 'codeBlock']);
const deepest = 40;

/** A fragment as plain text: one line per paragraph or list item, marks dropped. Depth is capped against hostile nesting. */
export function fragmentText(fragment: Y.XmlFragment | null): string {
  if (!fragment) return '';
  const lines: string[] = [''];
  collect(fragment, lines, 0);
  return tidyLines(lines);
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

function collect(node: Y.XmlFragment, lines: string[], depth: number): void {
  if (depth > deepest) return;
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) {
      lines[lines.length - 1] += plainText(child);
    } else if (child instanceof Y.XmlElement) {
      const isBlock = blockNames.has(child.nodeName);
      if (child.nodeName === 'hardBreak' || isBlock) lines.push('');
      collect(child, lines, depth + 1);
      if (isBlock) lines.push('');
    }
  }
}

function plainText(text: Y.XmlText): string {
  let plain = '';
  for (const part of text.toDelta() as { insert?: unknown }[])
    if (typeof part.insert === 'string') plain += part.insert;
  return plain;
}

/** Fills an empty fragment with plain text, one paragraph per line, in the shape that the cell editor uses. */
export function fillFragment(fragment: Y.XmlFragment, text: string): void {
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = new Y.XmlElement('paragraph');
    if (line !== '') paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  fragment.insert(0, paragraphs);
}

/** A new fragment that holds plain text; '' gives an empty one. */
export function fragmentOf(text: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  if (text !== '') fillFragment(fragment, text);
  return fragment;
}
