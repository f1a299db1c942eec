import type { Span } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import { deepestLevel, type Line } from '../../strategy/clipboard/lines.ts';
import { Levels, markerOf } from '../../strategy/clipboard/list-text.ts';
import { trimmed } from './form.ts';

/** A run of a sheet's cell. */
export interface SheetRun {
  text: string;
  bold: boolean;
  italic: boolean;
  underlined: boolean;
}

const bullets = '•◦▪●○■';
/** As our own sheets write items (export/form-lines.ts): two spaces for each level, a sign or a number, and a gap. */
const ownItem = new RegExp(`^((?: {2})*)(?:([${bullets}]) |(\\d{1,4})\\. {2})`);

/** A cell's runs as lines with their forms: items by the signs before them, links by the address behind their words. */
export function linesOfRuns(runs: readonly SheetRun[]): Line[] {
  const levels = new Levels();
  const lines = splitLines(joined(runs)).map((spans): Line => {
    const text = spans.map((span) => (span.kind === 'text' ? span.text : '')).join('');
    const own = ownItem.exec(text);
    if (own) {
      const level = Math.min(deepestLevel, (own[1]?.length ?? 0) / 2 + 1);
      return { list: { ordered: own[3] !== undefined, level }, spans: dropped(spans, own[0].length) };
    }
    const marker = markerOf(text);
    if (!marker) {
      levels.end();
      return { list: null, spans };
    }
    return { list: { ordered: marker.ordered, level: levels.next(marker) }, spans: dropped(spans, marker.length) };
  });
  return trimmed(lines);
}

/** Runs of one form that a program, or the end of a cell, has cut apart are one again. */
function joined(runs: readonly SheetRun[]): SheetRun[] {
  const all: SheetRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    const isSame = last?.bold === run.bold && last.italic === run.italic && last.underlined === run.underlined;
    if (last && isSame) all[all.length - 1] = { ...last, text: last.text + run.text };
    else all.push(run);
  }
  return all;
}

/** Two spaces before the end of a line are a line break within a paragraph. */
const lineEnd = /( {2})?\r?\n|\r/;

function splitLines(runs: readonly SheetRun[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const run of runs) {
    let rest = run.text;
    for (let end = lineEnd.exec(rest); ; end = lineEnd.exec(rest)) {
      const piece = rest.slice(0, end?.index);
      if (piece !== '') lines.at(-1)?.push(spanOf({ ...run, text: piece }));
      if (!end) break;
      if (end[1] === undefined) lines.push([]);
      else lines.at(-1)?.push({ kind: 'break' });
      rest = rest.slice(end.index + end[0].length);
    }
  }
  return lines;
}

/** Underlined words with an address in brackets behind them, or that are one, are a link. */
function spanOf({ text, bold, italic, underlined }: SheetRun): Span {
  const form = { kind: 'text', bold, italic } as const;
  const [, words = '', address = ''] = /^(.*) \(((?:https?|mailto):[^\s)]+(?:\([^\s)]*\)[^\s)]*)*)\)$/.exec(text) ?? [];
  const href = underlined ? safeHref(address || text) : null;
  if (href === null) return { ...form, text, href: null };
  return { ...form, text: address === '' ? text : words, href };
}

/** Spans without so many signs at their beginning. */
function dropped(spans: readonly Span[], signs: number): Span[] {
  let left = signs;
  return spans.flatMap((span): Span[] => {
    if (span.kind !== 'text' || left === 0) return [span];
    const text = span.text.slice(left);
    left = Math.max(0, left - span.text.length);
    return text === '' ? [] : [{ ...span, text }];
  });
}
