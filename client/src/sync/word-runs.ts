import * as Y from 'yjs';

/** A part of a shared text that was removed. Only its words and its place among the others are kept. */
interface Piece {
  client: number;
  clock: number;
  words: string;
}

type Test = (sign: Y.ID) => boolean;

/** UTF-16 units that are kept of one place: more than one text may hold is nobody’s typing. */
const most = 200_000;

/** Holds the place of a sign that was erased, since others were written behind it. */
const erased = '\0';

/** Removed words, each where it stood behind others of them: typed letter by letter they are one run. */
export class WordRuns {
  #runs: Piece[][] = [];
  #length = 0;

  /** The runs as texts, in the order in which they began, without the signs that are somewhere else now. */
  textsWithout(isElsewhere: Test): string[] {
    return this.#runs.flatMap((run) => {
      const texts: string[] = [];
      let text = '';
      for (const { client, clock, words } of run)
        for (const [at, sign] of words.split('').entries()) {
          if (sign === erased) continue;
          const isHere = !isElsewhere(Y.createID(client, clock + at));
          if (isHere) text += sign;
          else if (text !== '') texts.push(text);
          if (!isHere) text = '';
        }
      if (text !== '') texts.push(text);
      return texts;
    });
  }

  /**
   * Takes over an item of a text, without what was erased of it by who wrote it, or by who had read it: what stands on both
   * sides of that is one run. To be told in the order in which they were written.
   */
  add(item: Y.Item, doc: Y.Doc, isErased: Test): void {
    if (!(item.content instanceof Y.ContentString)) return;
    const { client, clock } = item.id;
    const { str } = item.content;
    this.#length += str.length;
    if (this.#length > most) return;
    const piece = withoutErased({ client, clock, words: str }, isErased);
    for (let behind = item.origin; behind; behind = isErased(behind) ? before(behind, doc) : null) {
      const sign = behind;
      if (this.#runs.findLast((one) => putBehind(one, sign, piece))) return;
    }
    this.#runs.push([piece]);
  }

  /** Takes out what has been erased since. False where there was nothing of it. */
  erase(isErased: Test): boolean {
    let isChanged = false;
    for (const run of this.#runs)
      for (const [at, piece] of run.entries()) {
        const rest = withoutErased(piece, isErased);
        if (rest.words === piece.words) continue;
        run[at] = rest;
        isChanged = true;
      }
    return isChanged;
  }

  /** Drops what says no more than these words. */
  drop(words: string): void {
    this.#runs = this.#runs.filter(
      (run) =>
        run
          .map((piece) => piece.words)
          .join('')
          .trim() !== words,
    );
  }
}

function withoutErased(piece: Piece, isErased: Test): Piece {
  const signs = piece.words.split('').map((sign, at) => {
    return isErased(Y.createID(piece.client, piece.clock + at)) ? erased : sign;
  });
  return { ...piece, words: signs.join('') };
}

/** The sign that stands before another one. */
function before({ client, clock }: Y.ID, { store }: Y.Doc): Y.ID | null {
  const item: unknown = Y.getItem(store, Y.createID(client, clock));
  if (!(item instanceof Y.Item)) return null;
  return clock > item.id.clock ? Y.createID(client, clock - 1) : (item.left?.lastId ?? null);
}

/** Puts a part behind the sign that it was written behind; false where that is not in the run. */
function putBehind(run: Piece[], { client, clock }: Y.ID, piece: Piece): boolean {
  const at = run.findLastIndex(
    (one) => one.client === client && one.clock <= clock && clock < one.clock + one.words.length,
  );
  const before = run[at];
  if (!before) return false;
  const length = clock - before.clock + 1;
  const rest = { client, clock: clock + 1, words: before.words.slice(length) };
  before.words = before.words.slice(0, length);
  run.splice(at + 1, 0, piece, ...(rest.words === '' ? [] : [rest]));
  return true;
}
