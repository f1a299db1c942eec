import type { Span } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import { deepestLevel, type Line } from '../../strategy/clipboard/lines.ts';
import { Levels, markerOf } from '../../strategy/clipboard/list-text.ts';
import { breakMark, endGuardLength, guardLength, ownItem } from '../item-marks.ts';
import { trimmed } from './form.ts';

/** A run of a sheet's cell. */
export interface SheetRun {
  text: string;
  bold: boolean;
  italic: boolean;
  underlined: boolean;
}

/** A piece of a line as it is written; null for a line break within a paragraph. */
type Piece = SheetRun | null;

/** A cell's runs as lines with their forms: items by the signs before them, links by the address behind their words. */
export function linesOfRuns(runs: readonly SheetRun[]): Line[] {
  const levels = new Levels();
  const lines = splitLines(joined(runs)).map((guarded): Line => {
    const pieces = withoutEndGuard(guarded);
    const text = textOf(pieces, '\n');
    const own = ownItem.exec(text);
    if (own) {
      const level = Math.min(deepestLevel, (own[1]?.length ?? 0) / 2 + 1);
      return { list: { ordered: own[3] !== undefined, level }, spans: spansOf(pieces, own[0].length) };
    }
    const marker = markerOf(text);
    if (!marker) {
      levels.end();
      return { list: null, spans: spansOf(pieces, guardLength(textOf(pieces, breakMark))) };
    }
    return { list: { ordered: marker.ordered, level: levels.next(marker) }, spans: spansOf(pieces, marker.length) };
  });
  return trimmed(lines);
}

/** Words and the address of their link; it has no blanks, so that the last of them is before it. */
const linked = /^(.*) \(((?:https?|mailto):\S+)\)$/;

/** Runs of one form that a program, or the end of a cell, has cut apart are one again; two links that meet are two. */
function joined(runs: readonly SheetRun[]): SheetRun[] {
  const all: SheetRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    const isSame = last?.bold === run.bold && last.italic === run.italic && last.underlined === run.underlined;
    const isWhole = last?.underlined && linked.test(last.text);
    if (last && isSame && !isWhole) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

/** Two spaces before the end of a line are a line break within a paragraph. */
const lineEnd = /( {2})?\r?\n|\r/;

function splitLines(runs: readonly SheetRun[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const run of runs) {
    let rest = run.text;
    for (let end = lineEnd.exec(rest); ; end = lineEnd.exec(rest)) {
      const text = rest.slice(0, end?.index);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
      if (!end) break;
      if (end[1] === undefined) lines.push([]);
      else lines.at(-1)?.push(null);
      rest = rest.slice(end.index + end[0].length);
    }
  }
  return lines;
}

function textOf(pieces: readonly Piece[], breakAs: string): string {
  return pieces.map((piece) => piece?.text ?? breakAs).join('');
}

function withoutEndGuard(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.at(-1);
  const signs = endGuardLength(textOf(pieces, breakMark));
  return last && signs > 0 ? [...pieces.slice(0, -1), { ...last, text: last.text.slice(0, -signs) }] : pieces;
}

/** What pieces say, without so many signs at their beginning. */
function spansOf(pieces: readonly Piece[], signs: number): Span[] {
  let left = signs;
  return pieces.flatMap((piece): Span[] => {
    if (piece === null) return [{ kind: 'break' }];
    const text = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    return text === '' ? [] : [spanOf({ ...piece, text })];
  });
}

/** Underlined words with an address in brackets behind them, or that are one, are a link. */
function spanOf({ text, bold, italic, underlined }: SheetRun): Span {
  const form = { kind: 'text', bold, italic } as const;
  const [, words = '', address = ''] = linked.exec(text) ?? [];
  const href = underlined ? safeHref(address || text) : null;
  if (href === null) return { ...form, text, href: null };
  return { ...form, text: address === '' ? text : words, href };
}
