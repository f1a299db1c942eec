import { withoutEnds } from '@board/shared/text-ends';
import { deepestLevel, type Line, plainLine } from './lines.ts';

/**
 * Lists as word processors write them into plain text: a sign or a number, then a tab or several spaces. Signs that are
 * also words or dashes need those; a bullet is a bullet before a single space too.
 */
const bullet = /^[·•▪●○■◦‣➢❖✓\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u00a0]+/;
const dash = /^[-–—*§o](?:\t|[ \u00a0]{2,}|[ \u00a0]\t)[ \t\u00a0]*/;
const counted = /^(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?:\t|[ \u00a0]{2,}|[ \u00a0]\t)[ \t\u00a0]*/i;
const lead = /^[ \t\u00a0]*/;

/** What begins a line that is an item of a list. */
export interface Marker {
  ordered: boolean;
  /** The sign, or the manner of counting: another one is another level. */
  sign: string;
  /** How many signs of the line it takes. */
  length: number;
}

/** The mark of a list at the start of a line, or null. */
export function markerOf(line: string): Marker | null {
  const space = lead.exec(line)?.[0].length ?? 0;
  const rest = line.slice(space);
  const sign = bullet.exec(rest)?.[0] ?? dash.exec(rest)?.[0];
  if (sign !== undefined) return { ordered: false, sign: sign.charAt(0), length: space + sign.length };
  const number = counted.exec(rest)?.[0];
  if (number === undefined) return null;
  const manner = /^\d/.test(number) ? '1' : 'a';
  return { ordered: true, sign: manner + number.trimEnd().at(-1), length: space + number.length };
}

/** True for a mark that stands alone, as word processors hide one beside each item's words: is it counted? */
export function isCounted(mark: string): boolean {
  return /^\(?(?:\d{1,3}|[a-z]{1,5})[.)]?$/i.test(mark.trim()) && mark.trim() !== 'o';
}

/** Which level each marker is on: one that has not been seen in this list is one level deeper. */
export class Levels {
  #signs: string[] = [];

  next({ sign }: Marker): number {
    const known = this.#signs.indexOf(sign);
    if (known >= 0) this.#signs.length = known + 1;
    else if (this.#signs.length < deepestLevel) this.#signs.push(sign);
    return this.#signs.length;
  }

  /** The list has ended. */
  end(): void {
    this.#signs = [];
  }
}

/** Plain text in which there are lists and no columns; null for any other text. */
export function readListText(text: string): Line[] | null {
  const levels = new Levels();
  const lines: Line[] = [];
  let items = 0;
  for (const words of withoutEnds(text.replace(/\r\n?/g, '\n'), /(?!)/, /\n/).split('\n')) {
    const marker = markerOf(words);
    const rest = words.slice(marker?.length ?? 0);
    // A tab behind the mark parts columns: that is a table.
    if (rest.includes('\t')) return null;
    if (marker) {
      items += 1;
      lines.push({ ...plainLine(rest.trim()), list: { ordered: marker.ordered, level: levels.next(marker) } });
    } else if (words.trim() !== '') {
      levels.end();
      lines.push(plainLine(words.trim()));
    }
  }
  return items > 0 ? lines : null;
}
