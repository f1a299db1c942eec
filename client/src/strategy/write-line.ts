import { changeBetween } from '@board/shared/model/plain-edit';
import { plainOfChild } from '@board/shared/model/plain-paragraphs';
import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';

/** A part of a line in one form: how long it is, and the form as the shared text keeps it. */
interface Run {
  length: number;
  form: Record<string, unknown>;
}

/**
 * Writes what an editor shows into a line that is made of several shared texts: two people who begin in one empty line at
 * the same moment each bring a text of their own. The binding would put the words of all into the first and take out the
 * others, with what their writers have typed meanwhile in none or in both. Returns false for every other line.
 */
export function writeLine(line: Y.XmlElement, shown: Node): boolean {
  const texts = line.toArray().filter((child) => child instanceof Y.XmlText);
  if (texts.length < 2) return false;
  const before = line.toArray().map(plainOfChild).join('');
  const { at, removed, inserted } = changeBetween(before, shown.textBetween(0, shown.content.size, '', '\n'));
  // Breaks in the line are no text: they are the binding's.
  if (`${before.slice(at, at + removed)}${inserted}`.includes('\n')) return false;
  removeFrom(line, at, at + removed);
  insertInto(line, at, inserted);
  const runs = runsOf(shown);
  for (const child of line.toArray()) giveForm(child, runs);
  return true;
}

function removeFrom(line: Y.XmlElement, from: number, to: number): void {
  let start = 0;
  for (const child of line.toArray()) {
    const end = start + sizeOf(child);
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (child instanceof Y.XmlText && last > first) child.delete(first - start, last - first);
    start = end;
  }
}

/** Behind the sign before the place, in the text of that sign. */
function insertInto(line: Y.XmlElement, at: number, words: string): void {
  if (words === '') return;
  let start = 0;
  for (const child of line.toArray()) {
    const end = start + sizeOf(child);
    if (child instanceof Y.XmlText && at <= end) {
      child.insert(at - start, words);
      return;
    }
    start = end;
  }
  line.push([new Y.XmlText(words)]);
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
  for (let rest = sizeOf(child); rest > 0; ) {
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

function sizeOf(child: unknown): number {
  return child instanceof Y.XmlText ? child.length : 1;
}
