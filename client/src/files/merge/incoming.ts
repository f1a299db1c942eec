import type { CatalogueField } from '@board/shared/model/catalogue';
import type { Found, FoundRecommendation } from '@board/shared/upr/found';
import type { PositionOfState } from '@board/shared/upr/positions';
import { leavesPositionOpen, type PreviewLine } from '../import/preview.ts';
import type { Sought } from './same-words.ts';

/** One recommendation of a list on its way to the catalogue. What the list does not say is empty, so that it changes nothing. */
export interface Incoming {
  /** Tells it apart within its list. */
  key: number;
  number: string;
  /** The list prints no number: it has this one for want of any, and is known by its words. */
  isNumberGiven: boolean;
  sought: Sought;
  /** By language. */
  text: Readonly<Record<string, string>>;
  states: readonly string[];
  /** Null: the list does not say. */
  position: PositionOfState | null;
  themes: readonly string[];
  /** Codes of SDG goals and targets. */
  sdgs: readonly string[];
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
      // What is not known, and what a list says in two ways, is no answer.
      const isPositionRead = hasPositions && !line.flags.some(leavesPositionOpen);
      return {
        key: line.key,
        number: line.number.trim(),
        isNumberGiven: line.number !== '' && line.number === line.givenNumber,
        sought: soughtOf(line, found.recommendations[line.key]),
        text: textsOf(line, language),
        states: statesOf(line),
        position: isPositionRead || line.isPositionChosen ? line.position : null,
        themes: line.themes,
        sdgs: line.sdgs ?? [],
        source: line.source,
        byHand,
      };
    });
}

/** By what a line is found in the catalogue where its number does not tell. `read` is the line as its list has it. */
export function soughtOf(line: PreviewLine, read: FoundRecommendation | undefined): Sought {
  const words = [line, ...(read ? [read] : [])].flatMap(({ text, translations = {} }) => [
    text,
    ...Object.values(translations),
  ]);
  return { words, states: statesOf(line) };
}

function statesOf({ states }: Pick<FoundRecommendation, 'states'>): string[] {
  return states.map((state) => state.code ?? state.printed);
}

/**
 * The line's texts by their languages. Where its own is said to be in the language of one of its translations too, and it has
 * both, its own goes before: it is what was chosen; one that is empty takes no translation's place.
 */
function textsOf({ text, translations }: PreviewLine, language: string): Record<string, string> {
  const own = text.trim();
  return { ...translations, ...(own === '' && translations?.[language] ? {} : { [language]: own }) };
}

/** How many included lines have two texts in this language: their own, and a translation that would be lost. */
export function claimedTwice(lines: readonly PreviewLine[], language: string): number {
  return lines.filter(
    ({ included, text, translations }) => included && text.trim() !== '' && (translations?.[language] ?? '') !== '',
  ).length;
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
  if (line.isPositionChosen || line.position !== read.position) changed.push('position');
  if (printed(line) !== printed(read)) changed.push('states');
  return changed;
}

function printed({ states }: Pick<FoundRecommendation, 'states'>): string {
  return states.map((state) => state.printed).join('\n');
}
