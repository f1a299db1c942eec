import type { RecommendationId } from '@board/shared/ids';
import { type ActionCell, type CellAddress, cellKey, type StrategyRow } from '@board/shared/model/strategy';
import { cellOfLines, type Line, linesOf, type PastedCell, plainLine } from './lines.ts';
import { type PlacedLine, referenceAt } from './paste-plan.ts';
import { readTargets } from './sdg-text.ts';
import { readTimeframeText } from './timeframe-words.ts';

/** What a paste brings to one text. Weighed and written by the same rules. */
export interface Brought {
  /** Stands in the place of what is there. */
  pasted: PastedCell | undefined;
  /** Words that found no better place: they are added, once, before and behind what is pasted, or behind what is there. */
  before: string;
  after: string;
}

/** What a text says then: all of it anew, or lines behind what is there. Null where nothing changes. */
export type Landed = { whole: PastedCell } | { added: readonly Line[] } | null;

/** What a line of a paste brings to a text of its action. `of`: the recommendation of the row. */
export function broughtToAction(values: PlacedLine['values'], cell: ActionCell, of: RecommendationId | null): Brought {
  // A time that is no month or year still lands: with what the action needs.
  const { timeframe } = values;
  const isLate = cell === 'resources' && timeframe && readTimeframeText(timeframe.text) === null;
  return {
    pasted: values[cell],
    before: cell === 'text' ? homelessWords(values, of) : '',
    after: isLate ? timeframe.text : '',
  };
}

/** A number or words of a recommendation that the row has none for: they stand with the action's words. */
export function homelessWords(values: PlacedLine['values'], of: RecommendationId | null): string {
  if (of !== null) return '';
  return [values.number?.text, values.recommendation?.text].filter((part) => part).join(' ');
}

/** What the lines of a paste bring to the references of their row: each to its cell, the same words once, and beside them what is no SDG target. */
export function broughtToReferences(
  lines: readonly PlacedLine[],
  row: StrategyRow,
): { address: CellAddress; text: string; brought: Brought }[] {
  const own = { address: { row: row.id, cell: 'mechanisms' } as CellAddress, text: ownReferences(row) };
  const cells = new Map([[cellKey(own.address), { ...own, pasted: new Map<string, PastedCell>() }]]);
  for (const line of lines) {
    const { mechanisms } = line.values;
    if (!mechanisms) continue;
    const place = referenceAt(line, row);
    const key = cellKey(place.address);
    const cell = cells.get(key) ?? { ...place, pasted: new Map<string, PastedCell>() };
    cells.set(key, cell);
    cell.pasted.set(mechanisms.text, mechanisms);
  }
  const unknown = new Set(lines.flatMap(({ values }) => readTargets(values.sdg?.text ?? '').unknown));
  return [...cells.values()].map(({ address, text, pasted }) => ({
    address,
    text,
    brought: {
      pasted: pasted.size > 0 ? cellOfLines([...pasted.values()].flatMap((one) => linesOf(one))) : undefined,
      before: '',
      after: address === own.address ? [...unknown].join(', ') : '',
    },
  }));
}

/** How a text that says `there` takes what is brought. */
export function landed(there: string, { pasted, before, after }: Brought): Landed {
  if (pasted) return { whole: cellOfLines([...linesIn(before), ...linesOf(pasted), ...linesIn(after)]) };
  const added = [before, after].filter((text) => !there.includes(text)).flatMap(linesIn);
  if (added.length === 0) return null;
  return there === '' ? { whole: cellOfLines(added) } : { added };
}

function linesIn(text: string): Line[] {
  return text === '' ? [] : text.split('\n').map(plainLine);
}

function ownReferences(row: StrategyRow): string {
  return row.joined?.find(({ id }) => id === row.id)?.mechanisms ?? row.mechanisms;
}
