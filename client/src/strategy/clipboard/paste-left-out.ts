import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { StrategyRow } from '@board/shared/model/strategy';
import type { Catalogue } from '../../sync/follow-models.ts';
import type { Mapping, PastePlan, PlacedLine } from './paste-plan.ts';
import type { Block } from './read-block.ts';
import { unsaidIn } from './recommendation-named.ts';

/** Words of a pasted block that would be written nowhere. */
export interface LeftOutWords {
  /** Of a recommendation: they are not those of the row's, which stay as the catalogue has them. */
  unsaid: { words: string; number: string }[];
  /** Of columns that go nowhere. */
  columns: string[];
}

/** What of a block is written nowhere, as it is planned. `nameMore`: what is said of a recommendation beside what its catalogue holds. */
export function leftOutOf(
  plan: PastePlan,
  lines: Block,
  mapping: Mapping,
  rows: readonly StrategyRow[],
  catalogue: Catalogue | null,
  nameMore: (recommendation: Recommendation) => string,
): LeftOutWords {
  const unsaid = plan.lines.flatMap((line) => {
    const taken = takenBy(line, plan, rows);
    const recommendation = taken === null ? undefined : catalogue?.byId.get(taken);
    const texts = [line.values.number, line.values.recommendation].flatMap((cell) =>
      taken && cell ? [cell.text] : [],
    );
    const more = recommendation && texts.length > 0 ? nameMore(recommendation) : '';
    const parts = texts.map((text) => (recommendation ? unsaidIn(text, recommendation, more) : text));
    const words = parts.filter((part) => part !== '').join(' ');
    return words === '' ? [] : [{ words, number: recommendation?.number ?? '' }];
  });
  const columns = lines.flatMap((cells) =>
    cells.flatMap(({ text }, index) => (mapping[index] || text.trim() === '' ? [] : [text])),
  );
  return { unsaid, columns };
}

/** The recommendation of the row that a line goes to, one that the paste adds among them. */
export function takenBy(
  { row: id, added }: PlacedLine,
  plan: PastePlan,
  rows: readonly StrategyRow[],
): RecommendationId | null {
  return (id === null ? plan.added[added] : rows.find((row) => row.id === id)?.recommendation) ?? null;
}
