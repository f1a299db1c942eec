import * as Y from 'yjs';
import { lengthOf, textsIn } from './plain-paragraphs.ts';

/**
 * Shared texts can be neither divided nor joined: whoever ends a line in its middle, or joins two, writes signs anew elsewhere
 * and removes the former ones. The new text then says which sign of it was which before, so that carets find it.
 */
export interface Copied {
  /** The first of the former signs; the others have the clocks behind it. */
  from: Y.ID;
  /** The same of the new ones. */
  to: Y.ID;
  length: number;
}

/** A living sign of a text (a UTF-16 unit), and its place in it. */
interface Sign {
  id: Y.ID;
  index: number;
}

/** Attributes of a text that say what was copied into it begin with this. */
const noteName = 'of.';
/** Runs of signs that one note tells of; of a text that is made of more, nothing is told. */
const mostRuns = 200;
/** Runs after which no further note of a cell is read: whoever divides a line all day makes fewer. */
const mostInCell = 300;
/** UTF-16 units of a note of so many runs: what is longer is not ours, and is not read. */
const longestNote = mostRuns * 60;
/** Times that one sign is followed from copy to copy. */
const mostSteps = 40;

/** Writes what stands behind a place of a line anew at the end of another one. Both are in the document; nothing is removed. */
export function carryOver(line: Y.XmlElement, offset: number, into: Y.XmlElement): void {
  let start = 0;
  let text: Y.XmlText | null = null;
  for (const child of line.toArray()) {
    const end = start + lengthOf(child);
    if (end > offset && child instanceof Y.XmlText) {
      text ??= textAtEnd(into);
      copySigns(child, Math.max(0, offset - start), text);
    } else if (end > offset && child instanceof Y.XmlElement) {
      into.insert(into.length, [child.clone()]);
      text = null;
    }
    start = end;
  }
}

/** Writes the signs of a text from an offset on anew at the end of another one, with their forms. */
export function copySigns(from: Y.XmlText, offset: number, into: Y.XmlText): void {
  const former = signsOf(from).slice(offset);
  const before = into.length;
  const delta = deltaBehind(from, offset);
  if (delta.length === 0) return;
  into.applyDelta(before === 0 ? delta : [{ retain: before }, ...delta]);
  noteCopies(
    former.map(({ id }) => id),
    into,
    before,
  );
}

/** Says of the signs of a text from an index on which ones they were before. */
function noteCopies(former: readonly Y.ID[], into: Y.XmlText, index: number): void {
  const runs: { from: Y.ID; to: Y.ID; length: number }[] = [];
  for (const [at, { id: to }] of signsOf(into)
    .slice(index, index + former.length)
    .entries()) {
    const from = former[at];
    if (!from) return;
    const last = runs.at(-1);
    if (last && isBehind(last.from, last.length, from) && isBehind(last.to, last.length, to)) last.length += 1;
    else runs.push({ from, to, length: 1 });
  }
  const [first] = runs;
  if (!first || runs.length > mostRuns) return;
  const words = runs.map(({ from, to, length }) => [from.client, from.clock, to.client, to.clock, length].join('.'));
  into.setAttribute(`${noteName}${first.to.client.toString(36)}.${first.to.clock.toString(36)}`, words.join(' '));
}

/** What the texts of a cell say of copies, in the cell's order. Whatever is no such note is passed over. */
export function copiesIn(fragment: Y.XmlFragment): Copied[] {
  const copies: Copied[] = [];
  for (const text of textsIn(fragment).toReversed())
    for (const [name, item] of [...text._map].toReversed()) {
      if (copies.length >= mostInCell) return copies.reverse();
      if (item.deleted || !name.startsWith(noteName)) continue;
      const [note] = item.content.getContent();
      if (typeof note !== 'string' || note.length > longestNote) continue;
      copies.push(
        ...readNote(note)
          .map((run) => ({ ...run, text, item }))
          .reverse(),
      );
    }
  return copies.reverse();
}

/** The living sign that a sign has become: itself, or a copy of it, or one that undo has brought back. Null when it is gone. */
export function signNow(doc: Y.Doc, copies: readonly Copied[], sign: Y.ID): Y.ID | null {
  const waiting = [sign];
  for (let step = 0; step < mostSteps; step++) {
    const next = waiting.pop();
    if (!next) return null;
    const item = itemOf(doc, next);
    if (item && !item.deleted) return next;
    if (item?.redone) waiting.push(Y.createID(item.redone.client, item.redone.clock + next.clock - item.id.clock));
    // The last copy first: that one stays where there are several.
    for (const copy of copies) if (isIn(copy, next)) waiting.push(copyIn(copy, next));
  }
  return null;
}

/** True for a sign that a copy was made of. */
function isIn({ from, length }: Copied, { client, clock }: Y.ID): boolean {
  return client === from.client && clock >= from.clock && clock < from.clock + length;
}

/** The sign that one became in a copy that it is in. */
function copyIn({ from, to }: Copied, { clock }: Y.ID): Y.ID {
  return Y.createID(to.client, to.clock + clock - from.clock);
}

/** The living signs of a text in order. */
function signsOf(text: Y.XmlText): Sign[] {
  const signs: Sign[] = [];
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    for (let at = 0; at < item.length; at++)
      signs.push({ id: Y.createID(item.id.client, item.id.clock + at), index: signs.length });
  }
  return signs;
}

function itemOf({ store }: Y.Doc, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(store, id.client)) return null;
  const struct: unknown = Y.getItem(store, id);
  return struct instanceof Y.Item ? struct : null;
}

function isBehind(first: Y.ID, length: number, next: Y.ID): boolean {
  return next.client === first.client && next.clock === first.clock + length;
}

function readNote(note: string): Copied[] {
  return note.split(' ', mostRuns).flatMap((run) => {
    const [fromClient, fromClock, toClient, toClock, length] = /^(\d{1,15}\.){4}\d{1,15}$/.test(run)
      ? run.split('.').map(Number)
      : [];
    if (fromClient === undefined || fromClock === undefined || toClient === undefined || !length) return [];
    return [{ from: Y.createID(fromClient, fromClock), to: Y.createID(toClient, toClock ?? 0), length }];
  });
}

function deltaBehind(text: Y.XmlText, offset: number): { insert: string; attributes?: object }[] {
  let left = offset;
  return (text.toDelta() as { insert: unknown; attributes?: object }[]).flatMap((one) => {
    if (typeof one.insert !== 'string') return [];
    const rest = one.insert.slice(left);
    left = Math.max(0, left - one.insert.length);
    return rest === '' ? [] : [{ ...one, insert: rest }];
  });
}

/** The text that a line ends with if nobody has typed in it, else a new one behind it. */
function textAtEnd(line: Y.XmlElement): Y.XmlText {
  const last: unknown = line.length > 0 ? line.get(line.length - 1) : null;
  if (last instanceof Y.XmlText && last.length === 0) return last;
  const text = new Y.XmlText();
  insertText(line, line.length, text);
  return text;
}

/**
 * Puts a text into a line with something removed before it. Of two texts right beside each other the editor's binding takes
 * the second apart as soon as it draws it, in the page that has made it, with what others are typing into it at that moment.
 */
export function insertText(line: Y.XmlElement, index: number, text: Y.XmlText): void {
  line.insert(index, [new Y.XmlElement('hardBreak'), text]);
  line.delete(index, 1);
}
