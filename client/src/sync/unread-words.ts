import * as Y from 'yjs';
import { itemsIn } from './items.ts';

/** Milliseconds after which somebody who removes words is taken to have read them. */
const unread = 20_000;
/** The same for what was only written anew, from when the server has it: others had read it, and only its way to them counts. */
const underWay = 5_000;

/** Clocks of this page from one up to another. */
interface Stretch {
  from: number;
  to: number;
  /** When the server had them; null as long as it does not. */
  storedAt: number | null;
}

/**
 * Which signs others cannot have read yet: what this page has typed a moment ago, or what had not reached the server when they
 * met. Who divides a line, joins it or makes a list of it writes signs anew under their own id: these are nobody’s new words.
 */
export class UnreadWords {
  readonly #doc: Y.Doc;
  /** From which clock on each client id’s words are new to others, and until when that holds. */
  #unseen: { from: ReadonlyMap<number, number>; until: number } | null = null;
  /** Clocks at which this page’s edits began, youngest last. */
  #typed: { clock: number; at: number }[] = [];
  /** What this page wrote anew of words that others may have read. */
  #anew: Stretch[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The device meets the server, which does not have this part of the document yet. */
  met(update: Uint8Array): void {
    const { from } = Y.parseUpdateMeta(update);
    this.#unseen = from.size === 0 ? null : { from, until: Date.now() + unread };
  }

  /** To be told before each transaction. */
  begin(): void {
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    const now = Date.now();
    const last = this.#typed.at(-1);
    // Nothing of this page was typed since: what others did meanwhile does not make it older.
    if (last?.clock === clock) last.at = now;
    else this.#typed.push({ clock, at: now });
    const first = this.#typed.findIndex(({ at }) => now - at < unread);
    if (first > 0) this.#typed.splice(0, first);
    if (this.#anew.length > 0) this.#anew = this.#anew.filter(({ storedAt }) => now - (storedAt ?? now) < unread);
  }

  /** The server has all that this page has written. Who removes it from now on and did not know of it is told so there. */
  stored(): void {
    for (const stretch of this.#anew) stretch.storedAt ??= Date.now();
  }

  /** To be told of each of this page’s transactions before Yjs throws away what was deleted. */
  written(transaction: Y.Transaction): void {
    const { doc, deleteSet, beforeState, afterState } = transaction;
    const [from, to] = [beforeState, afterState].map((state) => state.get(doc.clientID) ?? 0);
    if (from === undefined || to === undefined || from === to || deleteSet.clients.size === 0) return;
    const removed = removedBy(transaction);
    for (const { content, id } of itemsIn(doc, doc.clientID, from, to)) {
      if (!(content instanceof Y.ContentString) || content.str.length < 2) continue;
      const former = removed.find(({ words }) => words.includes(content.str));
      const start = former?.words.indexOf(content.str) ?? 0;
      for (let index = 0; former && index < content.str.length; index++) {
        const sign = former.signs[start + index];
        if (sign && !this.#isTyped(sign)) this.#noteAnew(id.clock + index);
      }
    }
  }

  /** True for a sign that others could not have read. */
  has(sign: Y.ID): boolean {
    const { until = 0, from } = this.#unseen ?? {};
    if (Date.now() < until && sign.clock >= (from?.get(sign.client) ?? Number.POSITIVE_INFINITY)) return true;
    if (this.#isTyped(sign)) return true;
    const anew = sign.client === this.#doc.clientID ? this.#stretchOf(sign.clock) : undefined;
    return anew !== undefined && Date.now() - (anew.storedAt ?? Date.now()) < underWay;
  }

  #isTyped({ client, clock }: Y.ID): boolean {
    const [oldest] = this.#typed;
    if (client !== this.#doc.clientID || oldest === undefined) return false;
    return Date.now() - oldest.at < unread && clock >= oldest.clock && !this.#stretchOf(clock);
  }

  #stretchOf(clock: number): Stretch | undefined {
    return this.#anew.find(({ from, to }) => clock >= from && clock < to);
  }

  #noteAnew(clock: number): void {
    const last = this.#anew.at(-1);
    if (last?.to === clock && last.storedAt === null) last.to += 1;
    else this.#anew.push({ from: clock, to: clock + 1, storedAt: null });
  }
}

/** What a transaction has removed of each text, with its signs in their order. */
function removedBy({ deleteSet, doc }: Y.Transaction): { words: string; signs: Y.ID[] }[] {
  const texts = new Set<Y.AbstractType<unknown>>();
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges)
      for (const { content, parent } of itemsIn(doc, client, clock, clock + len))
        if (content instanceof Y.ContentString && parent instanceof Y.AbstractType) texts.add(parent);
  return [...texts].map((text) => {
    const removed = { words: '', signs: [] as Y.ID[] };
    for (let item = text._start; item; item = item.right) {
      const { content, id } = item;
      if (!(content instanceof Y.ContentString) || !Y.isDeleted(deleteSet, id)) continue;
      removed.words += content.str;
      for (let at = 0; at < item.length; at++) removed.signs.push(Y.createID(id.client, id.clock + at));
    }
    return removed;
  });
}
