import type { ActionId, RiskId, RowId } from '@board/shared/ids';
import { copiesIn, signNow } from '@board/shared/model/copied-signs';
import { rowWithPart } from '@board/shared/model/merged-rows';
import { fragmentText } from '@board/shared/model/read';
import * as Y from 'yjs';
import { formerRow } from './follow-models.ts';
import { itemsIn } from './items.ts';
import { LateWords } from './late-words.ts';
import { type PlacePath, placeOf } from './places.ts';
import { Shown, type Subscribable } from './subscribable.ts';
import { UnreadWords } from './unread-words.ts';
import { WordRuns } from './word-runs.ts';

/** Words that went with something that was removed or made anew by somebody who did not know of them. */
export interface LostWords {
  /** Where they stood; it may be gone. */
  place: PlacePath;
  /** One run a line. */
  words: string;
  /** Others typed them, and this page removed what they stood in; else it is the other way round. */
  isOthers: boolean;
}

/**
 * Notices what is lost when two people work at the same words without knowing of each other: whoever joins two lines, makes
 * a list of one or removes a row takes along what others were writing there, and Yjs keeps the removal. What nobody can
 * have read when it was removed is offered back: to who has typed it, if that was a moment ago or had not reached the server,
 * and to who has removed it, who sees it arrive. What is in its place again, by whomever, is offered no more.
 */
export class LostWordsWatch implements Subscribable<readonly LostWords[]> {
  readonly #doc: Y.Doc;
  readonly #late = new LateWords();
  readonly #shown = new Shown<readonly LostWords[]>([]);
  readonly #unread: UnreadWords;
  /** How often a text said lost lines when they were offered: one word stands in a text by chance. */
  readonly #saidBefore = new WeakMap<LostWords, Map<string, number>>();

  readonly getSnapshot = this.#shown.getSnapshot;
  readonly subscribe = this.#shown.subscribe;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#unread = new UnreadWords(doc);
    doc.on('beforeTransaction', () => this.#unread.begin());
    // Before Yjs throws away what was deleted.
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#look(transaction));
  }

  /** The device's copy was read, with edits in it that wait in these places. To be told before anything is thrown away. */
  opened(waiting: readonly PlacePath[]): void {
    this.#late.opened(this.#doc, waiting);
  }

  /** The device meets the server, which does not have this part of the document yet. */
  met(update: Uint8Array): void {
    this.#unread.met(update);
  }

  /** The server has all that this page has written. */
  stored(): void {
    this.#unread.stored();
  }

  /** The server sends this update, which is applied right behind: without it, what its writer had erased counts as lost, too. */
  told(update: Uint8Array): void {
    this.#late.told(update);
  }

  /** These were dealt with. */
  forget(done: readonly LostWords[]): void {
    for (const { place, isOthers } of done) if (isOthers) this.#late.forget(place);
    this.#shown.show(this.#shown.getSnapshot().filter((one) => !done.includes(one)));
  }

  #look(transaction: Y.Transaction): void {
    const before = this.#shown.getSnapshot();
    if (transaction.local) this.#unread.written(transaction);
    const kept = before.flatMap((one) => this.#stillLost(one));
    const late = this.#late.follow(transaction);
    const own = transaction.local ? [] : this.#lostIn(transaction);
    const theirs = [...late].flatMap((place) => this.#entry(place, this.#late.runsAt(place), true, transaction));
    // Longer than those of a moment ago, whose beginning they are.
    const others = kept.filter((one) => !(one.isOthers && late.has(one.place)));
    const isSame = others.length === before.length && others.every((one, at) => one === before[at]);
    if (isSame && own.length + theirs.length === 0) return;
    this.#shown.show([...others, ...own, ...theirs]);
  }

  /** The unread words of this device among what a transaction has deleted. */
  #lostIn(transaction: Y.Transaction): LostWords[] {
    const { deleteSet } = transaction;
    const runs = new Map<PlacePath, WordRuns>();
    for (const [client, ranges] of deleteSet.clients)
      for (const { clock, len } of ranges)
        this.#collect(itemsIn(this.#doc, client, clock, clock + len), deleteSet, runs);
    return [...runs].flatMap(([place, known]) => this.#entry(place, known, false, transaction));
  }

  /**
   * None where all of it was only moved: whoever divides a line or joins it writes signs anew and says which, and whoever
   * makes a list of it brings the same words at that moment. Single letters are not worth telling of.
   */
  #entry(place: PlacePath, runs: WordRuns, isOthers: boolean, transaction: Y.Transaction): LostWords[] {
    const fragment = livingFragment(this.#doc, place);
    const copies = fragment ? copiesIn(fragment) : [];
    const gone = runs
      .textsWithout((sign) => signNow(this.#doc, copies, sign) !== null)
      .map((text) => text.trim())
      .filter((text) => text.length > 1);
    if (gone.length === 0) return [];
    const brought = broughtTo(place, transaction);
    const now = spaced(fragmentText(fragment));
    // Another copy of a line that two have moved may still be there; one word stands in a text by chance.
    const isSaid = (text: string): boolean => text.includes(' ') && now.includes(spaced(text));
    const words = gone
      .filter((text) => !isSaid(text))
      .map((text) => withoutBrought(brought, text))
      .filter((text) => text.length > 1)
      .join('\n');
    if (words === '') return [];
    const entry = { place, words, isOthers };
    this.#saidBefore.set(entry, new Map(words.split('\n').map((line) => [line, timesIn(now, line)])));
    return [entry];
  }

  /** Without what is in its place again. */
  #stillLost(one: LostWords): LostWords[] {
    const now = spaced(fragmentText(livingFragment(this.#doc, one.place)));
    const before = this.#saidBefore.get(one);
    const lines = one.words.split('\n');
    const lost = lines.filter((line) => {
      const [was, is] = [before?.get(line) ?? 0, timesIn(now, line)];
      if (is < was) before?.set(line, is);
      return is <= was;
    });
    if (lost.length === lines.length) return [one];
    if (one.isOthers) for (const line of lines) if (!lost.includes(line)) this.#late.seenBack(one.place, line);
    if (one.isOthers && lost.length === 0) this.#late.forget(one.place);
    if (lost.length === 0) return [];
    const rest = { ...one, words: lost.join('\n') };
    if (before) this.#saidBefore.set(rest, before);
    return [rest];
  }

  /**
   * The unread words among what was deleted, by their places. Who removes signs in a text that still stands has read them;
   * only what falls with its line, its row or whatever it stands in can go unread.
   */
  #collect(items: Iterable<Y.Item>, removed: Y.Transaction['deleteSet'], runs: Map<PlacePath, WordRuns>): void {
    const isUnread = (sign: Y.ID): boolean => this.#unread.has(sign);
    const isErased = (sign: Y.ID): boolean => !Y.isDeleted(removed, sign) && isDeletedIn(this.#doc, sign);
    for (const item of items) {
      if (!(item.content instanceof Y.ContentString) || !isUnread(item.lastId) || !hasFallen(item)) continue;
      const place = placeOf(item.parent as object, this.#doc);
      const known = runs.get(place) ?? new WordRuns();
      known.add(item, this.#doc, isErased);
      runs.set(place, known);
    }
  }
}

/** True for what was deleted together with the text that it stood in. */
function hasFallen({ parent }: Y.Item): boolean {
  return parent instanceof Y.AbstractType && parent._item?.deleted === true;
}

function isDeletedIn({ store }: Y.Doc, sign: Y.ID): boolean {
  return sign.clock < Y.getState(store, sign.client) && Y.getItem(store, sign).deleted;
}

/** What of words, one run a line, a text does not say; '' where it says all of them. */
export function missingIn(fragment: Y.XmlFragment | null, words: string): string {
  const now = ` ${spaced(fragmentText(fragment))} `;
  return words
    .split('\n')
    .filter((line) => !now.includes(` ${spaced(line)} `))
    .join('\n');
}

/** The shared text that stands at a place now, be it in another row by now; null where there is none. */
export function livingFragment(doc: Y.Doc, place: PlacePath): Y.XmlFragment | null {
  return fragmentAt(doc, place) ?? fragmentAt(doc, placeNow(doc, place));
}

function fragmentAt(doc: Y.Doc, place: PlacePath): Y.XmlFragment | null {
  const [root = '', ...names] = place.split('/');
  let at: unknown = names.length === 0 ? doc.share.get(root) : doc.getMap(root);
  for (const name of names) at = at instanceof Y.Map ? at.get(name) : null;
  return at instanceof Y.XmlFragment ? at : null;
}

/** Of rows that were put together, what is put back stands in the one that was shown. */
function placeNow(doc: Y.Doc, place: PlacePath): PlacePath {
  const [root, row, list, part, cell] = place.split('/');
  if (root !== 'rows' || row === undefined) return place;
  if (cell === undefined) return [root, formerRow(doc, row as RowId)?.id, list].join('/');
  return [root, rowWithPart(doc, part as ActionId | RiskId), list, part, cell].join('/');
}

/** The words that a transaction has brought to a place, as they follow one another. */
function broughtTo(place: PlacePath, { doc, beforeState, afterState }: Y.Transaction): string {
  const words: string[] = [];
  for (const [client, end] of afterState)
    for (const item of itemsIn(doc, client, beforeState.get(client) ?? 0, end))
      if (!item.deleted && item.content instanceof Y.ContentString && placeOf(item.parent as object, doc) === place)
        words.push(item.content.str);
  return words.join('');
}

/** A run without the words at its beginning and its end that were brought at that moment. */
function withoutBrought(brought: string, run: string): string {
  const parts = run.match(/\s*\S+/g) ?? [];
  const isBrought = (some: readonly string[]): boolean => brought.includes(some.join('').trim());
  let from = 0;
  let to = parts.length;
  while (from < to && isBrought(parts.slice(0, from + 1))) from += 1;
  while (to > from && isBrought(parts.slice(to - 1))) to -= 1;
  return parts.slice(from, to).join('').trim();
}

/** How often a text says words, as whole ones. */
function timesIn(text: string, words: string): number {
  return ` ${text.replaceAll(' ', '  ')} `.split(` ${spaced(words).replaceAll(' ', '  ')} `).length - 1;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
