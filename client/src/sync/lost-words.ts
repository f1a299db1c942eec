import type { ActionId, RiskId } from '@board/shared/ids';
import { fragmentText } from '@board/shared/model/read';
import { rowWithPart } from '@board/shared/model/strategy-twins';
import * as Y from 'yjs';
import { type PlacePath, placeOf } from './places.ts';
import { Shown, type Subscribable } from './subscribable.ts';

/** Words of this device that went with something that others removed or made anew. */
export interface LostWords {
  /** Where they stood; it may be gone. */
  place: PlacePath;
  words: string;
}

/** Milliseconds after which somebody who removes words is taken to have read them. */
const unread = 20_000;

/**
 * Notices what is lost when two people work at the same words without knowing of each other: whoever joins two lines, makes
 * a list of one or removes a row takes along what others were writing there, and Yjs keeps the removal. What nobody can
 * have read when it was removed, since it was typed a moment ago or had not reached the server, is offered back.
 */
export class LostWordsWatch implements Subscribable<readonly LostWords[]> {
  readonly #doc: Y.Doc;
  readonly #shown = new Shown<readonly LostWords[]>([]);
  /** From which clock on each client id’s words are new to others, and until when that holds. */
  #unseen: { from: ReadonlyMap<number, number>; until: number } | null = null;
  /** Clocks at which this page’s edits began, youngest last. */
  #typed: { clock: number; at: number }[] = [];

  readonly getSnapshot = this.#shown.getSnapshot;
  readonly subscribe = this.#shown.subscribe;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    doc.on('beforeTransaction', () => this.#noteClock());
    // Before Yjs throws away what was deleted.
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#look(transaction));
  }

  /** The device meets the server, which does not have this part of the document yet. */
  met(update: Uint8Array): void {
    const { from } = Y.parseUpdateMeta(update);
    this.#unseen = from.size === 0 ? null : { from, until: Date.now() + unread };
  }

  /** These were dealt with. */
  forget(done: readonly LostWords[]): void {
    this.#shown.show(this.#shown.getSnapshot().filter((one) => !done.includes(one)));
  }

  #noteClock(): void {
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    const now = Date.now();
    if (this.#typed.at(-1)?.clock !== clock) this.#typed.push({ clock, at: now });
    const first = this.#typed.findIndex(({ at }) => now - at < unread);
    if (first > 0) this.#typed.splice(0, first);
  }

  /** True for a clock that others could not have read. */
  #isUnread(client: number, clock: number): boolean {
    const { until = 0, from } = this.#unseen ?? {};
    if (Date.now() < until && clock >= (from?.get(client) ?? Number.POSITIVE_INFINITY)) return true;
    const [oldest] = this.#typed;
    return (
      client === this.#doc.clientID && oldest !== undefined && Date.now() - oldest.at < unread && clock >= oldest.clock
    );
  }

  #look(transaction: Y.Transaction): void {
    if (transaction.local || transaction.deleteSet.clients.size === 0) return;
    const runs = new Map<PlacePath, string[]>();
    for (const [client, ranges] of transaction.deleteSet.clients)
      for (const { clock, len } of ranges) this.#collect(client, clock, clock + len, runs);
    const lost = [...runs].flatMap(([place, all]): LostWords[] => {
      const now = plainText(livingFragment(this.#doc, place));
      // Whoever divides a line writes its second half anew: nothing of that is lost.
      const words = all.map((run) => missingIn(now, run)).filter((run) => run.trim().length > 1);
      return words.length === 0 ? [] : [{ place, words: words.join('').trim() }];
    });
    if (lost.length > 0) this.#shown.show([...this.#shown.getSnapshot(), ...lost]);
  }

  /** The unread words among what was deleted between two clocks of a client id, by their places. */
  #collect(client: number, from: number, to: number, runs: Map<PlacePath, string[]>): void {
    if (!this.#isUnread(client, to - 1)) return;
    const structs = this.#doc.store.clients.get(client) ?? [];
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]!;
      if (struct.id.clock >= to) break;
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      if (!this.#isUnread(client, struct.id.clock + struct.length - 1)) continue;
      const place = placeOf(struct.parent as object, this.#doc);
      runs.set(place, [...(runs.get(place) ?? []), struct.content.str]);
    }
  }
}

/** The shared text that stands at a place now, or null; that of an action or a risk also when it has gone to another row. */
export function livingFragment(doc: Y.Doc, place: PlacePath): Y.XmlFragment | null {
  const [root = '', ...names] = place.split('/');
  const [, list, part, cell] = names;
  if (root === 'rows' && part !== undefined && cell !== undefined && (list === 'actions' || list === 'risks'))
    names[0] = rowWithPart(doc, part as ActionId | RiskId) ?? names[0] ?? '';
  let at: unknown = names.length === 0 ? doc.share.get(root) : doc.getMap(root);
  for (const name of names) at = at instanceof Y.Map ? at.get(name) : null;
  return at instanceof Y.XmlFragment ? at : null;
}

/** What of a run of words stands nowhere in a text: without the words at its beginning and its end that do. */
function missingIn(now: string, run: string): string {
  const parts = run.match(/\s*\S+/g) ?? [];
  let from = 0;
  let to = parts.length;
  while (
    from < to &&
    now.includes(
      parts
        .slice(0, from + 1)
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  )
    from += 1;
  while (
    to > from &&
    now.includes(
      parts
        .slice(to - 1)
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  )
    to -= 1;
  return parts.slice(from, to).join('');
}

function plainText(fragment: Y.XmlFragment | null): string {
  return fragmentText(fragment).replace(/\s+/g, ' ');
}
