import { copySigns, insertText } from '@board/shared/model/copied-signs';
import { changeBetween, removeWithin } from '@board/shared/model/plain-edit';
import { lengthOf, plainOfChild } from '@board/shared/model/plain-paragraphs';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';

/** A part of a line in one form: how long it is, and the form as the shared text keeps it. */
interface Run {
  length: number;
  form: Record<string, unknown>;
}

/**
 * Writes what an editor shows into a line that is begun, or that is made of more than one shared text: two people who begin
 * in one empty line at the same moment each bring a text of their own, and so does a line break. The binding would put the
 * words of all into the first and take out the others, with what their writers have typed meanwhile in none or in both.
 * Returns false for every other line.
 */
export function writeLine(line: Y.XmlElement, shown: Node): boolean {
  const before = line.toArray().map(plainOfChild).join('');
  const { at, removed, inserted } = changeBetween(before, shown.textBetween(0, shown.content.size, '', '\n'));
  const isOneText = line.length === 1 && line.get(0) instanceof Y.XmlText;
  const isLeftEmpty = line.length === 0 && inserted === '';
  if (isLeftEmpty || (isOneText && !inserted.includes('\n'))) return false;
  removeWithin(line, at, at + removed);
  let place = at;
  for (const [index, words] of inserted.split('\n').entries()) {
    if (index > 0) insertBreak(line, place++);
    insertWords(line, place, words);
    place += words.length;
  }
  const runs = runsOf(shown);
  for (const child of line.toArray()) giveForm(child, runs);
  return true;
}

/** Behind the sign before the place, in the text of that sign; behind a line break in the text that follows, or a new one. */
function insertWords(line: Y.XmlElement, at: number, words: string): void {
  if (words === '') return;
  const { index, child, offset } = childAt(line, at);
  if (child instanceof Y.XmlText) child.insert(offset, words);
  else insertText(line, index, new Y.XmlText(words));
}

/**
 * With a text behind it, in which who has made the break goes on: what others put behind the break meanwhile is behind that
 * text. What stood behind the place in the same text is moved there, since shared texts cannot be divided otherwise.
 */
function insertBreak(line: Y.XmlElement, at: number): void {
  const { index, child, offset } = childAt(line, at);
  const isText = child instanceof Y.XmlText;
  const place = isText && (offset > 0 || child.length === 0) ? index + 1 : index;
  line.insert(place, [new Y.XmlElement('hardBreak')]);
  if (isText && place === index) return;
  const rest = new Y.XmlText();
  insertText(line, place + 1, rest);
  if (!isText || child.length === offset) return;
  copySigns(child, offset, rest);
  child.delete(offset, child.length - offset);
}

/** The first text that a place is in or at the end of, else what stands behind the place. */
function childAt(line: Y.XmlElement, at: number): { index: number; child: unknown; offset: number } {
  let start = 0;
  for (const [index, child] of line.toArray().entries()) {
    const end = start + lengthOf(child);
    const isIn = child instanceof Y.XmlText ? at <= end : at <= start;
    if (isIn) return { index, child, offset: at - start };
    start = end;
  }
  return { index: line.length, child: null, offset: 0 };
}

function runsOf(shown: Node): Run[] {
  const none = Object.fromEntries(Object.keys(shown.type.schema.marks).map((name) => [name, null]));
  return shown.children.map((child) => ({
    length: child.nodeSize,
    form: { ...none, ...Object.fromEntries(child.marks.map((mark) => [mark.type.name, mark.attrs])) },
  }));
}

/** Takes a child's share of the runs, and gives it their forms. */
function giveForm(child: unknown, runs: Run[]): void {
  const forms: { retain: number; attributes: Run['form'] }[] = [];
  for (let rest = lengthOf(child); rest > 0; ) {
    const [run] = runs;
    if (!run) break;
    const part = Math.min(rest, run.length);
    forms.push({ retain: part, attributes: run.form });
    run.length -= part;
    rest -= part;
    if (run.length === 0) runs.shift();
  }
  if (child instanceof Y.XmlText && forms.length > 0) child.applyDelta(forms);
}
