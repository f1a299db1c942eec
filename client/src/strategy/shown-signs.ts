import { type Copied, copiesIn, signNow } from '@board/shared/model/copied-signs';
import type { TextChange } from '@board/shared/model/plain-edit';
import { lengthOf, paragraphsOf } from '@board/shared/model/plain-paragraphs';
import * as Y from 'yjs';
import { itemsIn } from '../sync/items.ts';
import type { Pieces } from './plain-pieces.ts';
import { SignsMadeAnew } from './signs-made-anew.ts';
import { followedBy, type Rebased, type Step, stepsOf } from './text-steps.ts';

/** Signs beside each other with clocks behind each other; without an id what has none, as the beginning of a paragraph. */
interface Run {
  id: Y.ID | null;
  length: number;
}

/** A change that removes more signs than a composed word has is not looked at sign by sign. */
const mostRemoved = 200;
/** Signs that are looked for anew after one change: of a longer line that is divided, only the places in steps are known. */
const mostMoved = 5_000;

/**
 * The signs that somebody sees who cannot be shown everything, by what they are. Others may divide the line in which a word
 * is being composed, join it to another or make a list of it: its signs are then written anew elsewhere, and the word goes on there.
 */
export class ShownSigns {
  readonly #fragment: Y.XmlFragment;
  #runs: Run[];
  #hasMoved = false;

  /** Of a cell as it was before a transaction, in pieces. To be made while its events are being told. */
  constructor(fragment: Y.XmlFragment, pieces: Pieces, transaction: Y.Transaction) {
    this.#fragment = fragment;
    this.#runs = pieces.flatMap((piece) => runsOf(piece, transaction));
  }

  /** To be told of each change of the cell: what says where a sign has gone may itself go with the next one. */
  follow(transaction: Y.Transaction): void {
    const { doc } = this.#fragment;
    if (!doc) return;
    let copies: readonly Copied[] | null = null;
    let anew: SignsMadeAnew | null = null;
    let left = mostMoved;
    this.#runs = this.#runs.flatMap((run): Run[] => {
      if (!run.id || left < run.length || isThere(doc, run.id, run.length)) return [run];
      left -= run.length;
      copies ??= copiesIn(this.#fragment);
      anew ??= new SignsMadeAnew(this.#fragment, transaction);
      const [known, others] = [copies, anew];
      return joined(signsOf(run.id, run.length).map((id) => ({ id: this.#now(doc, known, others, id), length: 1 })));
    });
  }

  /** A change of what is shown, told for the text of all; null when none of the signs that are shown were written anew elsewhere. */
  rebasedTo(others: readonly Step[], { at, removed, inserted }: TextChange): Rebased | null {
    if (!this.#hasMoved || removed > mostRemoved) return null;
    const gone = Array.from({ length: removed }, (_, index) => this.#find(at + index)).filter(
      (place) => place !== null,
    );
    const place = gone[0] ?? this.#behindSign(at);
    if (place === null) return null;
    const changes = [
      ...gone.map((one) => ({ at: one, removed: 1, inserted: '' })),
      ...(inserted === '' ? [] : [{ at: place, removed: 0, inserted }]),
    ].sort((one, other) => other.at - one.at || other.removed - one.removed);
    const undone = { at, removed: inserted.length, inserted: ' '.repeat(removed) };
    const steps = changes.reduce<readonly Step[]>(
      (all, one) => followedBy(all, stepsOf(one)),
      followedBy(stepsOf(undone), others),
    );
    return { changes, steps: [...steps] };
  }

  /** To be told that a change of what is shown was written; `from`: the clock before. */
  wrote({ at, removed, inserted }: TextChange, from: number): void {
    const [head, rest] = dividedAt(this.#runs, at);
    const [, tail] = dividedAt(rest, removed);
    this.#runs = [...head, ...this.#written(inserted, from), ...tail];
  }

  /** Where a place lies in the text of all: behind the same sign as before; null when that is gone, or steps know it as well. */
  placeNow(place: number): number | null {
    return this.#hasMoved ? this.#behindSign(place) : null;
  }

  /** Behind the nearest sign before a place that is still there; at the beginning of a line before the one behind it. */
  #behindSign(place: number): number | null {
    const before = this.#find(place - 1);
    if (before !== null) return before + 1;
    const behind = this.#find(place);
    if (behind !== null) return behind;
    for (let index = place - 2; index >= 0 && place - index <= mostRemoved; index--) {
      const found = this.#find(index);
      if (found !== null) return found + 1;
    }
    return null;
  }

  /** What a sign has become; itself where it is gone. */
  #now(doc: Y.Doc, copies: readonly Copied[], anew: SignsMadeAnew, id: Y.ID): Y.ID {
    const now = signNow(doc, copies, id) ?? anew.now(id) ?? id;
    if (!Y.compareIDs(now, id)) this.#hasMoved = true;
    return now;
  }

  #written(inserted: string, from: number): Run[] {
    const { doc } = this.#fragment;
    const runs: Run[] = [];
    for (const item of doc ? itemsIn(doc, doc.clientID, from, Y.getState(doc.store, doc.clientID)) : []) {
      if (!(item.content instanceof Y.ContentString)) continue;
      // It may have become one with what was written before.
      const clock = Math.max(from, item.id.clock);
      runs.push({ id: Y.createID(item.id.client, clock), length: item.id.clock + item.length - clock });
    }
    // Whoever ends a line writes its end anew, too.
    return lengthOfRuns(runs) === inserted.length ? runs : [{ id: null, length: inserted.length }];
  }

  #find(index: number): number | null {
    const { doc } = this.#fragment;
    const id = this.#idAt(index);
    return doc && id && isThere(doc, id, 1) ? placeOf(this.#fragment, id) : null;
  }

  #idAt(index: number): Y.ID | null {
    let left = index;
    if (left < 0) return null;
    for (const { id, length } of this.#runs) {
      if (left < length) return id && Y.createID(id.client, id.clock + left);
      left -= length;
    }
    return null;
  }
}

/** The signs of a piece that were there before a transaction. */
function runsOf({ of, text }: Pieces[number], { beforeState, deleteSet }: Y.Transaction): Run[] {
  if (!(of instanceof Y.XmlText)) return [{ id: null, length: text.length }];
  const runs: Run[] = [];
  for (let item = of._start; item; item = item.right) {
    const wasThere = item.id.clock < (beforeState.get(item.id.client) ?? 0);
    const isThere = wasThere && (!item.deleted || Y.isDeleted(deleteSet, item.id));
    if (isThere && item.content instanceof Y.ContentString) runs.push({ id: item.id, length: item.length });
  }
  return lengthOfRuns(runs) === text.length ? runs : [{ id: null, length: text.length }];
}

/** Whether none of these signs is removed. */
function isThere(doc: Y.Doc, { client, clock }: Y.ID, length: number): boolean {
  const end = clock + length;
  let signs = 0;
  for (const item of itemsIn(doc, client, clock, end))
    if (!item.deleted) signs += Math.min(end, item.id.clock + item.length) - Math.max(clock, item.id.clock);
  return signs === length;
}

function signsOf({ client, clock }: Y.ID, length: number): Y.ID[] {
  return Array.from({ length }, (_, index) => Y.createID(client, clock + index));
}

function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { id, length } of runs) {
    const last = all.at(-1);
    const isNext = last?.id && id && last.id.client === id.client && last.id.clock + last.length === id.clock;
    if (last && isNext) last.length += length;
    else all.push({ id, length });
  }
  return all;
}

function lengthOfRuns(runs: readonly Run[]): number {
  return runs.reduce((sum, { length }) => sum + length, 0);
}

function dividedAt(runs: readonly Run[], at: number): [Run[], Run[]] {
  const [head, tail]: [Run[], Run[]] = [[], []];
  let left = at;
  for (const { id, length } of runs) {
    const first = Math.min(left, length);
    if (first > 0) head.push({ id, length: first });
    if (first < length) tail.push({ id: id && Y.createID(id.client, id.clock + first), length: length - first });
    left -= first;
  }
  return [head, tail];
}

/** Where a living sign stands in the plain text of a cell. */
function placeOf(fragment: Y.XmlFragment, id: Y.ID): number | null {
  const found = fragment.doc && Y.getItem(fragment.doc.store, id);
  const text = found instanceof Y.Item ? found.parent : null;
  if (!(found instanceof Y.Item) || !(text instanceof Y.XmlText)) return null;
  const line = paragraphsOf(fragment).find(({ element }) => element === text.parent);
  if (!line) return null;
  let place = line.start + id.clock - found.id.clock;
  for (const child of line.element.toArray()) {
    if (child === text) break;
    place += lengthOf(child);
  }
  for (let item = found.left; item; item = item.left)
    if (!item.deleted && item.content instanceof Y.ContentString) place += item.length;
  return place;
}
