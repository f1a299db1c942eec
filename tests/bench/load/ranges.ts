import * as Y from 'yjs';

/** Clocks that an update brings of one Yjs client: from `from` up to, but not including, `to`. */
export interface Range {
  client: number;
  from: number;
  to: number;
}

/** Frames remembered at once: receivers of the same frame are never further apart. */
const mostRemembered = 5_000;

/**
 * Reads which clocks an update brings. Most receivers of a room get the same bytes, so what was read is remembered by
 * the bytes themselves: exact, and cheaper than reading anew.
 */
export class RangeReader {
  #known = new Map<string, readonly Range[]>();

  read(update: Buffer): readonly Range[] {
    const key = update.toString('latin1');
    const known = this.#known.get(key);
    if (known) return known;
    const ranges = rangesOf(update);
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, ranges);
    return ranges;
  }
}

function rangesOf(update: Buffer): Range[] {
  const ranges: Range[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const last = ranges.at(-1);
    if (last?.client === client && last.to === clock) last.to += struct.length;
    else ranges.push({ client, from: clock, to: clock + struct.length });
  }
  return ranges;
}
