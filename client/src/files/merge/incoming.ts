import type { CatalogueField } from '@board/shared/model/catalogue';
import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import type { PositionOfState } from '@board/shared/upr/positions';
import type { PreviewLine } from '../import/preview.ts';

/** One recommendation of a list on its way to the catalogue. What the list does not say is empty, so that it changes nothing. */
export interface Incoming {
  /** Tells it apart within its list. */
  key: number;
  number: string;
  /** By language. */
  text: Readonly<Record<string, string>>;
  states: readonly string[];
  /** Null: the list does not say. */
  position: PositionOfState | null;
  themes: readonly string[];
  source: string;
  /** What was changed in the preview and is not what the list says. */
  byHand: readonly CatalogueField[];
}

/** The included lines of a preview. `language` is the one that their own text is in. */
export function incomingOf(lines: readonly PreviewLine[], found: Found, language: string): Incoming[] {
  const hasPositions = saysPositions(found);
  return lines
    .filter((line) => line.included)
    .map((line) => {
      const byHand = changedByHand(line, found.recommendations[line.key], language);
      const isPositionKnown = hasPositions && !line.flags.some((flag) => flag.kind === 'position-unknown');
      return {
        key: line.key,
        number: line.number.trim(),
        text: { ...line.translations, [language]: line.text.trim() },
        states: line.states.map((state) => state.code ?? state.printed),
        position: isPositionKnown || byHand.includes('position') ? line.position : null,
        themes: line.themes,
        source: line.source,
        byHand,
      };
    });
}

/** Whether a list speaks of positions at all. One that does not has all of them pending, which then means nothing. */
function saysPositions({ recommendations, findings, table }: Found): boolean {
  if (recommendations.some((one) => one.position !== 'pending')) return true;
  if (table !== null) return table.columns.some((column) => column.field === 'position');
  return findings.some((finding) => finding.kind === 'lead-in' && finding.position !== null);
}

function changedByHand(line: PreviewLine, read: FoundRecommendation | undefined, language: string): CatalogueField[] {
  if (!read) return [];
  const changed: CatalogueField[] = [];
  if (line.text !== read.text) changed.push(`text:${language}`);
  if (line.position !== read.position) changed.push('position');
  if (printed(line) !== printed(read)) changed.push('states');
  return changed;
}

function printed({ states }: Pick<FoundRecommendation, 'states'>): string {
  return states.map((state) => state.printed).join('\n');
}
