import { textsIn } from '@board/shared/model/plain-paragraphs';
import * as Y from 'yjs';

/** Signs in a row, each with what it is known by; a line break has none. */
interface Signs {
  text: string;
  ids: readonly (Y.ID | null)[];
}

/**
 * What the signs of lines have become that a transaction has made anew without saying so, as the editor's binding does when
 * somebody makes a list of lines or takes one apart: each line goes on in the new one that is most like it. To be made
 * before Yjs throws away what was deleted.
 */
export class SignsMadeAnew {
  readonly #transaction: Y.Transaction;
  /** New lines that no former one goes on in yet. */
  readonly #free: Set<Signs>;
  /** Lines that were looked at, and what their signs have become. */
  readonly #lines = new Map<unknown, ReadonlyMap<string, Y.ID>>();

  constructor(fragment: Y.XmlFragment, transaction: Y.Transaction) {
    this.#transaction = transaction;
    const lines = new Set(textsIn(fragment).map(({ parent }) => parent));
    const isNew = (text: Y.XmlText): boolean => isFromNow(text._item, transaction);
    this.#free = new Set([...lines].map((line) => signsOf(line, isNew, (item) => !item.deleted)));
  }

  /** The sign that one of a line which was removed goes on as; null where it is not known. */
  now({ client, clock }: Y.ID): Y.ID | null {
    const { doc } = this.#transaction;
    if (clock >= Y.getState(doc.store, client)) return null;
    const item: unknown = Y.getItem(doc.store, Y.createID(client, clock));
    const text = item instanceof Y.Item ? item.parent : null;
    // Of a text that is still there somebody has removed the sign itself.
    if (!(text instanceof Y.XmlText) || !text._item?.deleted) return null;
    const line = text.parent;
    const known = this.#lines.get(line) ?? this.#goesOn(line);
    this.#lines.set(line, known);
    return known.get(`${client} ${clock}`) ?? null;
  }

  #goesOn(line: unknown): ReadonlyMap<string, Y.ID> {
    const { deleteSet } = this.#transaction;
    const wasThere = (item: Y.Item): boolean =>
      !isFromNow(item, this.#transaction) && (!item.deleted || Y.isDeleted(deleteSet, item.id));
    const before = signsOf(line, () => true, wasThere);
    let best: { signs: Signs; head: number; tail: number } | null = null;
    for (const signs of this.#free) {
      const { head, tail } = alike(before.text, signs.text);
      if (head + tail > (best ? best.head + best.tail : 0)) best = { signs, head, tail };
    }
    // Lines that have little in common are not one line.
    if (!best || (best.head + best.tail) * 2 < Math.min(before.text.length, best.signs.text.length)) return new Map();
    this.#free.delete(best.signs);
    const { signs, head, tail } = best;
    const now = new Map<string, Y.ID>();
    for (const [at, id] of before.ids.entries()) {
      const fromEnd = before.ids.length - at;
      const to = at < head ? signs.ids[at] : fromEnd <= tail ? signs.ids[signs.ids.length - fromEnd] : null;
      if (id && to) now.set(`${id.client} ${id.clock}`, to);
    }
    return now;
  }
}

function isFromNow(item: Y.Item | null, { beforeState }: Y.Transaction): boolean {
  return item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0);
}

/** The signs of a line that are to be counted, of the texts that are. */
function signsOf(line: unknown, isCounted: (text: Y.XmlText) => boolean, isThere: (item: Y.Item) => boolean): Signs {
  let text = '';
  const ids: (Y.ID | null)[] = [];
  const first = line instanceof Y.XmlFragment ? line._start : null;
  for (let child = first; child; child = child.right) {
    if (!isThere(child) || !(child.content instanceof Y.ContentType)) continue;
    const { type } = child.content;
    if (!(type instanceof Y.XmlText)) {
      text += '\n';
      ids.push(null);
    } else if (isCounted(type))
      for (let item = type._start; item; item = item.right) {
        if (!isThere(item) || !(item.content instanceof Y.ContentString)) continue;
        text += item.content.str;
        for (let at = 0; at < item.length; at++) ids.push(Y.createID(item.id.client, item.id.clock + at));
      }
  }
  return { text, ids };
}

/** How many signs two texts have in common at their beginning, and how many more at their end. */
function alike(one: string, other: string): { head: number; tail: number } {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { head, tail };
}
