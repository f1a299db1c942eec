import * as Y from 'yjs';

/** Signs that a step has written anew elsewhere: who joins or divides lines removes the former ones. */
interface Moved {
  from: readonly Y.ID[];
  to: readonly Y.ID[];
}

type Step = Y.UndoManager['undoStack'][number];

const key = 'moved';
/** As if those who removed the words had done it again: no step of this person's. */
const asOthersDid = {};
/** In signs: of steps that move more than a long text nothing is noted. */
const mostSigns = 10_000;
/** Shorter ones may be the same by chance. */
const fewestSigns = 3;
const mostSteps = 40;

/**
 * Undo that brings back no words which somebody else has removed since. A step that joins or divides lines writes words anew
 * and removes the former ones; when others have removed the new ones, the former ones do not come back with the line.
 */
export class CarefulUndo extends Y.UndoManager {
  #removed = new Map<Step, Y.ID[]>();

  constructor(...settings: ConstructorParameters<typeof Y.UndoManager>) {
    super(...settings);
    this.on('stack-item-added', ({ stackItem }) => note(this.doc, stackItem));
    this.on('stack-item-updated', ({ stackItem }) => note(this.doc, stackItem));
    this.on('stack-item-popped', ({ stackItem }) => this.#takeOut(stackItem));
  }

  override undo(): Step | null {
    this.#look(this.undoStack);
    return super.undo();
  }

  override redo(): Step | null {
    this.#look(this.redoStack);
    return super.redo();
  }

  /** Before a step is taken back: which of the former signs are not to return. */
  #look(stack: readonly Step[]): void {
    this.#removed = new Map();
    for (const step of stack.slice(-mostSteps))
      for (const { from, to } of movedIn(step)) {
        const gone = from.filter((_, at) => !livingAs(this.doc, to[at]));
        this.#removed.set(step, [...(this.#removed.get(step) ?? []), ...gone]);
      }
  }

  #takeOut(step: Step): void {
    const signs = (this.#removed.get(step) ?? []).flatMap((id) => livingAs(this.doc, id) ?? []);
    this.#removed = new Map();
    if (signs.length === 0) return;
    this.doc.transact(() => {
      for (const id of signs) removeSign(this.doc, id);
    }, asOthersDid);
  }
}

function movedIn(step: Step): readonly Moved[] {
  return (step.meta.get(key) as Moved[] | undefined) ?? [];
}

/** Finds the texts that a step has removed among what it has written, while both can be read: what others remove later cannot. */
function note(doc: Y.Doc, step: Step): void {
  if (step.deletions.clients.size === 0 || sizeOf(step.deletions) + sizeOf(step.insertions) > mostSigns) return;
  const known = movedIn(step);
  const seen = new Set(known.flatMap(({ from }) => from.map(({ client, clock }) => `${client} ${clock}`)));
  let text = '';
  const ids: Y.ID[] = [];
  const removed = new Map<Y.XmlText, true>();
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, step.insertions, (item) => {
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) return;
      text += item.content.str;
      for (let at = 0; at < item.length; at++) ids.push(Y.createID(item.id.client, item.id.clock + at));
    });
    Y.iterateDeletedStructs(transaction, step.deletions, (item) => {
      if (item instanceof Y.Item && item.parent instanceof Y.XmlText) removed.set(item.parent, true);
    });
  });
  const found: Moved[] = [];
  for (const parent of removed.keys()) {
    const { words, from } = removedFrom(parent, step);
    const at = words.length < fewestSigns ? -1 : text.lastIndexOf(words);
    if (at < 0 || from.some(({ client, clock }) => seen.has(`${client} ${clock}`))) continue;
    found.push({ from, to: ids.slice(at, at + words.length) });
  }
  if (found.length > 0) step.meta.set(key, [...known, ...found]);
}

/** What a step has removed of a text, in order. */
function removedFrom(parent: Y.XmlText, step: Step): { words: string; from: Y.ID[] } {
  let words = '';
  const from: Y.ID[] = [];
  for (let item = parent._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || !Y.isDeleted(step.deletions, item.id)) continue;
    words += item.content.str;
    for (let at = 0; at < item.length; at++) from.push(Y.createID(item.id.client, item.id.clock + at));
  }
  return { words, from };
}

function sizeOf({ clients }: Step['deletions']): number {
  return [...clients.values()].flat().reduce((sum, { len }) => sum + len, 0);
}

/** The sign that one is now: itself, or what undo has brought it back as. */
function livingAs(doc: Y.Doc, id: Y.ID | undefined): Y.ID | null {
  let now = id ?? null;
  for (let step = 0; now && step < mostSteps; step++) {
    const item: unknown = Y.getItem(doc.store, now);
    if (!(item instanceof Y.Item)) return null;
    if (!item.deleted) return now;
    now = item.redone && Y.createID(item.redone.client, item.redone.clock + now.clock - item.id.clock);
  }
  return null;
}

function removeSign(doc: Y.Doc, id: Y.ID): void {
  const found: unknown = Y.getItem(doc.store, id);
  if (!(found instanceof Y.Item) || !(found.parent instanceof Y.XmlText)) return;
  let index = 0;
  for (let item = found.parent._start; item && item !== found; item = item.right)
    if (!item.deleted && item.countable) index += item.length;
  found.parent.delete(index + id.clock - found.id.clock, 1);
}
