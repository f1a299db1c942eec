import { asciiDigits } from '@board/shared/upr/digits';
import { plainLetters } from '@board/shared/upr/plain-letters';
import type { Numbered } from './number-zeros.ts';

/** Beginnings of the months' names as spreadsheets in English, French, Spanish and German shorten them, and in Arabic and Khmer. */
const months: readonly string[] = [
  'jan ene يناير មករា',
  'feb fev فبراير កុម្ភៈ កុម្ភ:',
  'mar mrz مارس មីនា',
  'apr avr abr ابريل មេសា',
  'may mai مايو ឧសភា',
  'jun juin يونيو មិថុនា',
  'jul juil يوليو កក្កដា',
  'aug aou ago اغسطس សីហា',
  'sep sept سبتمبر កញ្ញា',
  'oct okt اكتوبر តុលា',
  'nov نوفمبر វិច្ឆិកា',
  'dec dic dez ديسمبر ធ្នូ',
];

const monthOf = new Map(
  months.flatMap((names, at) => names.split(' ').map((name) => [plainLetters(name), at + 1] as const)),
);

/** Numbers that a date may have been made of; 6.1 becomes 6 January, or in other countries 1 June. */
function numbersBehind(printed: string): string[] {
  const date = plainLetters(asciiDigits(printed.trim()));
  const named = /^(\d{1,2})[-./\s]+([\p{L}\p{M}:]{2,12})\.?(?:[-./\s]+\d{2,4})?$/u.exec(date);
  const turned = /^([\p{L}\p{M}:]{2,12})\.?[-./\s]+(\d{1,2})$/u.exec(date);
  const whole = /^(\d{4})-(\d{2})-(\d{2})(?:[t ][\d:.z]*)?$/.exec(date);
  const parted = /^(\d{1,2})[./-](\d{1,2})[./-](?:19|20)\d{2}$/.exec(date);
  const pair = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined || a < 1 || b < 1 || Math.min(a, b) > 12 ? [] : [`${a}.${b}`, `${b}.${a}`];
  if (named) return pair(Number(named[1]), monthNamed(named[2]!));
  if (turned) return pair(monthNamed(turned[1]!), Number(turned[2]));
  if (whole) return pair(Number(whole[3]), Number(whole[2]));
  return parted ? pair(Number(parted[1]), Number(parted[2])) : [];
}

/** Whether a sheet may have made this of a number. */
export function isLikeDate(printed: string): boolean {
  return numbersBehind(printed).length > 0;
}

function monthNamed(name: string): number | undefined {
  return monthOf.get(name) ?? monthOf.get(name.slice(0, 4)) ?? monthOf.get(name.slice(0, 3));
}

/**
 * A spreadsheet makes dates of numbers as short as 6.1. Where all that were dates are then of one paragraph and are no
 * other's number, those that the sheet holds as dates are put back, with what it shows; a date in words is flagged, with
 * the number that it was probably made of.
 */
export function restoreDates(list: readonly Numbered[], asNumbers: ReadonlySet<Numbered>): void {
  const dates = list.flatMap((one) => {
    const numbers = numbersBehind(one.number);
    return numbers.length === 0 ? [] : [{ one, numbers }];
  });
  if (dates.length === 0) return;
  const given = new Set(list.map(({ number }) => number));
  const sections = sectionsIn(list, dates);
  for (const { one, numbers } of dates) {
    const printed = one.number;
    const number = numbers.find((each) => sections.has(each.slice(0, each.indexOf('.'))) && !given.has(each));
    if (number !== undefined) given.add(number);
    if (number !== undefined && asNumbers.has(one)) {
      one.number = number;
      one.flags.push({ kind: 'number-mended', detail: printed, cure: printed });
    } else one.flags.push({ kind: 'number-as-date', detail: printed, ...(number !== undefined && { cure: number }) });
  }
}

/** The paragraphs of the other numbers; where there are none, the one that most of the dates may be of. */
function sectionsIn(list: readonly Numbered[], dates: readonly { numbers: readonly string[] }[]): ReadonlySet<string> {
  const sound = list.flatMap(({ number }) => /^(\d{1,3})\.\d{1,3}$/.exec(number)?.[1] ?? []);
  if (sound.length > 0) return new Set(sound);
  const counts = new Map<string, number>();
  for (const { numbers } of dates)
    for (const section of new Set(numbers.map((each) => each.slice(0, each.indexOf('.')))))
      counts.set(section, (counts.get(section) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return new Set(most ? [most[0]] : []);
}
