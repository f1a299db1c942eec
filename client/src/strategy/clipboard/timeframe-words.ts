import type { Timeframe } from '@board/shared/model/strategy';
import { withoutEnds } from '@board/shared/text-ends';
import { asciiDigits } from '@board/shared/upr/digits';
import { foldForSearch } from '../../fold-for-search.ts';
import { monthNumbered } from './month-names.ts';

/**
 * Reads a timeframe as people write it: months by name or in figures, quarters, half-years, years, spans of them, terms.
 * All of it must be understood. Null else, so that nothing is rounded that somebody wrote more exactly.
 */
export function readTimeframeText(text: string): Timeframe | null {
  const folded = foldForSearch(asciiDigits(text))
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '' || folded.length > 120) return null;
  const { term, rest } = withoutTerm(folded);
  if (rest === '') return term === '' ? null : { from: '', to: '', term };
  const span = readSpan(rest);
  return span && { ...span, term };
}

/** Months; '' for an end that is open. `year` is missing where it is said with the other end: March – October 2028. */
interface Point {
  year: string;
  first: number;
  last: number;
}

type Span = Pick<Timeframe, 'from' | 'to'>;

const terms: [Exclude<Timeframe['term'], ''>, RegExp][] = [
  ['short', /\b(?:in the )?short[- ]?term\b|\b(?:a )?court terme\b|(?:في )?(?:الاجل القصير|قصير الاجل)|រយៈពេលខ្លី/],
  [
    'medium',
    /\b(?:in the )?(?:medium|mid)[- ]?term\b|\b(?:a )?moyen terme\b|(?:في )?(?:الاجل المتوسط|متوسط الاجل)|រយៈពេលមធ្យម/,
  ],
  ['long', /\b(?:in the )?long[- ]?term\b|\b(?:a )?long terme\b|(?:في )?(?:الاجل الطويل|طويل الاجل)|រយៈពេលវែង/],
];

function withoutTerm(text: string): { term: Timeframe['term']; rest: string } {
  const comparable = foldedArabic(text);
  const bare = /^(short|medium|long)$/.exec(comparable)?.[1];
  if (bare) return { term: bare as Timeframe['term'], rest: '' };
  const found = terms.find(([, words]) => foldedPattern(words).test(comparable));
  if (!found) return { term: '', rest: comparable };
  const rest = comparable.replace(foldedPattern(found[1]), '').replace(/\(\s*\)/, '');
  return { term: found[0], rest: withoutEnds(rest, /[\s,;:]/, /[\s,;:]/) };
}

/** Alif with and without its hamza is written either way; folding has taken the hamza off some of them already. */
function foldedArabic(text: string): string {
  return text.replace(/[أإآ]/g, 'ا');
}

const patterns = new Map<RegExp, RegExp>();

/** The pattern in the form in which texts are compared. */
function foldedPattern(pattern: RegExp): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(foldedArabic(foldForSearch(pattern.source)), 'u');
  patterns.set(pattern, known);
  return known;
}

const between = /[-–—]|\b(?:to|until|till|through|and|au?|et|jusqu'?(?:en|a|au)?)\b|الى|حتى|ដល់/g;
const fromWords =
  /^(?:from|since|between|starting(?: in)?|des|de|du|depuis|entre|a partir (?:de|du|d')|من|منذ|ابتداء من|ចាប់ពី|ពី)\s*(?=\S)/u;
const untilWords =
  /^(?:until|till|by(?: the end of)?|before the end of|up to|to|jusqu[’']?(?: ?(?:en|a|au))?|d[’']ici(?: a)?|avant la fin de|حتى|بحلول|الى|ត្រឹម|ដល់)\s*(?=\S)/u;

function readSpan(text: string): Span | null {
  const single = readPoint(text);
  if (single?.year) return { from: month(single.year, single.first), to: month(single.year, single.last) };
  const until = text.replace(untilWords, '');
  const end = until !== text ? readPoint(until) : null;
  if (end?.year) return { from: '', to: month(end.year, end.last) };
  const from = text.replace(fromWords, '');
  const start = from !== text ? readPoint(from) : null;
  if (start?.year) return { from: month(start.year, start.first), to: '' };
  for (const { index, 0: sign } of from.matchAll(between)) {
    const span = readEnds(from.slice(0, index).trim(), from.slice(index + sign.length).trim());
    if (span) return span;
  }
  return null;
}

function readEnds(before: string, after: string): Span | null {
  const left = before === '' ? null : readPoint(before);
  const right = after === '' ? null : readPoint(after.replace(untilWords, ''));
  if (before === '') return right?.year ? { from: '', to: month(right.year, right.last) } : null;
  if (after === '') return left?.year ? { from: month(left.year, left.first), to: '' } : null;
  if (!left || !right?.year) return null;
  const span = { from: month(left.year || right.year, left.first), to: month(right.year, right.last) };
  return span.from <= span.to ? span : null;
}

function month(year: string, place: number): string {
  return `${year}-${String(place).padStart(2, '0')}`;
}

const year = '(20\\d\\d)';
const monthFigure = '(0?[1-9]|1[0-2])';
const ordinal = '([1-4])(?:st|nd|rd|th|er|re|e|eme)?';

const figures = {
  year: new RegExp(`^(?:in |en |عام |سنة |ឆ្នាំ ?)?${year}$`, 'u'),
  yearFirst: new RegExp(`^${year} ?[-/.] ?${monthFigure}$`),
  monthFirst: new RegExp(`^${monthFigure} ?[-/.] ?${year}$`),
  /** 01-06/2027: the first end has a month and no year. */
  monthAlone: new RegExp(`^${monthFigure}$`),
};

const parts: [number, RegExp[]][] = [
  [
    3,
    [
      new RegExp(`^(?:[qt]|quarter|trimestre|trim\\.?) ?${ordinal}(?:(?: of| de)? ?[-/,.]? ?${year})?$`),
      new RegExp(`^${year} ?[-/,.]? ?(?:[qt]|quarter|trimestre) ?([1-4])$`),
      new RegExp(`^(?:the |le )?${ordinal} ?(?:quarter|trimestre|trim\\.?)(?:(?: of| de)? ?${year})?$`),
      new RegExp(`^ត្រីមាស ?(?:ទី)? ?([1-4])(?: ?(?:ឆ្នាំ)? ?${year})?$`, 'u'),
    ],
  ],
  [
    6,
    [
      new RegExp(`^[hs] ?([12])(?:(?: of| de)? ?[-/,.]? ?${year})?$`),
      new RegExp(`^${year} ?[-/,.]? ?[hs] ?([12])$`),
      new RegExp(`^(?:the |le )?([12])(?:st|nd|er|e|eme|nd)? ?(?:half|semester|semestre)(?:(?: of| de)? ?${year})?$`),
      new RegExp(`^(?:ឆមាស) ?(?:ទី)? ?([12])(?: ?(?:ឆ្នាំ)? ?${year})?$`, 'u'),
    ],
  ],
];

const spelled: [RegExp, string][] = [
  [/^(?:the )?first (?=quarter|half)|^(?:le )?premier (?=trimestre|semestre)/, '1 '],
  [/^(?:the )?second (?=quarter|half)|^(?:le )?(?:deuxieme|second) (?=trimestre|semestre)/, '2 '],
  [/^(?:the )?third (?=quarter)|^(?:le )?troisieme (?=trimestre)/, '3 '],
  [/^(?:the )?(?:fourth|last) (?=quarter)|^(?:le )?(?:quatrieme|dernier) (?=trimestre)/, '4 '],
  [/^الربع الاول(?: من)?(?: عام| سنة)?/, 'q1'],
  [/^الربع الثاني(?: من)?(?: عام| سنة)?/, 'q2'],
  [/^الربع الثالث(?: من)?(?: عام| سنة)?/, 'q3'],
  [/^الربع (?:الرابع|الاخير)(?: من)?(?: عام| سنة)?/, 'q4'],
  [/^النصف الاول(?: من)?(?: عام| سنة)?/, 'h1'],
  [/^النصف الثاني(?: من)?(?: عام| سنة)?/, 'h2'],
];

function readPoint(text: string): Point | null {
  const whole = figures.year.exec(text);
  if (whole?.[1]) return { year: whole[1], first: 1, last: 12 };
  const yearFirst = figures.yearFirst.exec(text);
  if (yearFirst?.[1]) return at(yearFirst[1], Number(yearFirst[2]));
  const monthFirst = figures.monthFirst.exec(text);
  if (monthFirst?.[2]) return at(monthFirst[2], Number(monthFirst[1]));
  const alone = figures.monthAlone.exec(text);
  if (alone) return at('', Number(alone[1]));
  return readPart(text) ?? readNamed(text);
}

function at(yearOf: string, place: number): Point {
  return { year: yearOf, first: place, last: place };
}

/** A quarter or a half-year. */
function readPart(text: string): Point | null {
  const named = spelled.find(([words]) => words.test(text));
  const plain = named ? text.replace(...named) : text;
  for (const [months, forms] of parts) {
    for (const [index, form] of forms.entries()) {
      const found = form.exec(plain);
      if (!found) continue;
      const [one = '', other = ''] = found.slice(1);
      const [yearOf, place] = index === 1 ? [one, Number(other)] : [other, Number(one)];
      return { year: yearOf, first: (place - 1) * months + 1, last: place * months };
    }
  }
  return null;
}

/** A month by its name, before or after its year. */
function readNamed(text: string): Point | null {
  const found = new RegExp(
    `^(?:${year} ?[-/,.]? ?)?(.+?)(?:(?: of| de|,)? ?[-/]?(?:عام|سنة|ឆ្នាំ)? ?${year})?$`,
    'u',
  ).exec(text);
  const place = found?.[2] ? monthNumbered(found[2].replace(/^(?:the month of|in|en|شهر|ខែ) ?/u, '')) : null;
  if (!found || place === null || (found[1] && found[3])) return null;
  return at(found[1] ?? found[3] ?? '', place);
}
