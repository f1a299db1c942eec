import { asciiDigits } from '@board/shared/upr/digits';
import { isListName } from './label-words.ts';
import { findRuns, type Run } from './references.ts';

/** Words that part or lead in the numbers of a list, and say nothing themselves. */
const joining =
  /(?<![\p{L}\p{M}])(?:and|or|to|through|until|from|as well as|et|ou|à|au|de|du|ainsi que|y|e|o|al?|hasta|desde|و|أو|من|إلى|الى|حتى)(?![\p{L}\p{M}])|និង|ឬ|ពី|ដល់|و(?=\s?\d)|(?<=^|[.,;\s])(?:nos?|n[°º])(?=[.\s\d])/giu;

/** The numbers in a cell that holds nothing else but what they are, however they are parted; null where it has other words or no number. */
export function numbersAlone(cell: string): Run[] | null {
  const text = asciiDigits(cell);
  const runs = findRuns(text);
  if (runs.length === 0) return null;
  const rest = runs.reduceRight((words, { at, end }) => `${words.slice(0, at)} ${words.slice(end)}`, text);
  const first = runs[0]!.at;
  const others = isListName(rest.slice(0, first)) ? rest.slice(first) : rest;
  return /\p{L}{2}/u.test(others.replace(joining, ' ')) ? null : runs;
}
