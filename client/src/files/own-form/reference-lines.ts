import { tidyText } from '@board/shared/model/read';
import { referenceCells, type StrategyRow } from '@board/shared/model/strategy';
import { cellOfLines, type Line, type PastedCell, plainCell } from '../../strategy/clipboard/lines.ts';

/**
 * A file has the references of rows that were put together as one cell, each line once. Gives each line back to the cells
 * it stands in; one that is new goes where the line above it is. A cell whose lines are all in the file stays as it is, unless
 * its forms or their order can be told.
 */
export function referenceLines(form: readonly Line[], row: StrategyRow): { reference: number; cell: PastedCell }[] {
  if (form.length === 0) return [];
  const cells = referenceCells(row).map(({ text }) => ({ text: tidyText(text), lines: [] as Line[] }));
  let above = 0;
  for (const line of form) {
    const words = wordsIn(line);
    const homes = words === '' ? [] : cells.flatMap(({ text }, at) => (holds(text, words) ? [at] : []));
    if (homes.length > 0 && !homes.includes(above)) above = homes[0] ?? above;
    for (const at of homes.length > 0 ? homes : [above]) cells[at]?.lines.push(line);
  }
  return cells.flatMap(({ text, lines }, reference) => {
    const isSame = isSameSet(linesIn(lines.map(wordsIn).join('\n')), linesIn(text));
    const isInOrder = tidyText(lines.map(wordsIn).join('\n')) === text;
    if (isSame && !isInOrder) return [];
    return [{ reference, cell: lines.length === 0 ? plainCell('') : cellOfLines(lines) }];
  });
}

function wordsIn(line: Line): string {
  return tidyText(cellOfLines([line]).text);
}

/** Whether these lines stand in a text, one below the other. */
function holds(text: string, words: string): boolean {
  return `\n${text}\n`.includes(`\n${words}\n`);
}

function linesIn(text: string): ReadonlySet<string> {
  return new Set(tidyText(text).split('\n'));
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
