import { asciiDigits } from './digits.ts';

/** The treaty bodies by the beginning of their documents' symbols. CESCR's begin with `E/C.12`. */
export const committees = ['CCPR', 'CESCR', 'CEDAW', 'CERD', 'CAT', 'CRC', 'CRPD', 'CMW', 'CED'] as const;
export type Committee = (typeof committees)[number];

/**
 * What a symbol tells of its document.
 * `concluding`: a committee's concluding observations on a State. `committee`: another document of a committee.
 * `council`: a document of the Human Rights Council, such as a report of a special procedure. `review`: a document of the
 * UPR Working Group. `assembly`: a document of the General Assembly.
 */
export type MechanismKind =
  | {
      kind: 'concluding';
      committee: Committee;
      country: string /** The reports that they are on, '' in old symbols. */;
      rounds: string;
    }
  | { kind: 'committee'; committee: Committee }
  | { kind: 'council'; session: number; resolution: boolean }
  | { kind: 'review'; session: number; country: string }
  | { kind: 'assembly'; session: number; resolution: boolean };

/** One reference as it stands in a text. */
export type MechanismReference = MechanismKind & {
  /** The symbol in its usual form, without paragraphs: `CEDAW/C/KHM/CO/6`. */
  symbol: string;
  /** Paragraphs in their usual form: `25(b)`, `10–12`. */
  paragraphs: string[];
  /** Where the reference stands in the text, in UTF-16 units. */
  from: number;
  to: number;
};

/** No cell has more; what comes after is not looked at. */
const longest = 20_000;
const mostReferences = 100;

const slash = String.raw`\s?\/\s?`;
const tail = String.raw`(?:${slash}(?:add|rev|corr)\s?\.\s?\d{1,3}){0,3}`;
const start = String.raw`(?<![\p{L}\p{N}/])`;
/** Text that was taken from a PDF has `CO/3para. 25`, without a space. */
const end = String.raw`(?!\p{N}|(?!para)\p{L})`;
/** A part of a symbol that is no addendum. */
const piece = String.raw`(?!add\b|rev\b|corr\b)[A-Z0-9-]{1,6}`;
const rounds = String.raw`\d{1,2}(?:\s?[-–]\s?\d{1,2})?`;
const body = 'CCPR|CESCR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED';

const shapes: readonly { form: RegExp; read: (found: RegExpMatchArray) => MechanismKind }[] = [
  {
    form: shape(`E${slash}C\\.12${slash}([A-Z]{3})${slash}CO${slash}(${rounds})${tail}`),
    read: ([, country, round]) => concluding('CESCR', country, round),
  },
  {
    form: shape(
      `(${body})${slash}C${slash}(?:(?:OPAC|OPSC)${slash})?([A-Z]{3})${slash}(?:Q${slash})?CO${slash}(${rounds})${tail}`,
    ),
    read: ([, committee, country, round]) => concluding(committee as Committee, country, round),
  },
  {
    form: shape(`(${body})${slash}CO${slash}(${rounds})${slash}([A-Z]{3})${tail}`),
    read: ([, committee, , country]) => concluding(committee as Committee, country),
  },
  {
    form: shape(`E${slash}C\\.12${slash}${piece}(?:${slash}${piece}){0,3}${tail}`),
    read: () => ({ kind: 'committee', committee: 'CESCR' }),
  },
  {
    form: shape(`(${body})${slash}C${slash}${piece}(?:${slash}${piece}){0,3}${tail}`),
    read: ([, committee]) => ({ kind: 'committee', committee: committee!.toUpperCase() as Committee }),
  },
  {
    form: shape(`A${slash}HRC${slash}WG\\.6${slash}(\\d{1,3})${slash}([A-Z]{3})${slash}[1-4]${tail}`),
    read: ([, session, country]) => ({ kind: 'review', session: Number(session), country: country!.toUpperCase() }),
  },
  {
    form: shape(`A${slash}HRC${slash}(RES${slash})?(\\d{1,3})${slash}\\d{1,4}${tail}`),
    read: ([, resolution, session]) => ({
      kind: 'council',
      session: Number(session),
      resolution: resolution !== undefined,
    }),
  },
  {
    form: shape(`A${slash}(RES${slash})?(\\d{2,3})${slash}\\d{1,4}${tail}`),
    read: ([, resolution, session]) => ({
      kind: 'assembly',
      session: Number(session),
      resolution: resolution !== undefined,
    }),
  },
];

const paragraph = String.raw`\d{1,4}\s?(?:\(\s?[a-z0-9]{1,4}\s?\)\s?)*(?:\s?[-–]\s?\d{1,4})?`;
const between = String.raw`\s?(?:,|;|&|and|et|y|و|និង)\s?`;
const paragraphsForm = new RegExp(
  String.raw`^[\s,;:(]{0,4}(?:paragraphs?|paragraphes?|párrafos?|paras?|párr|pars?|§§?|¶¶?|الفقرات|الفقرة|កថាខណ្ឌ(?:ទី)?)\s?\.?\s?(${paragraph}(?:${between}${paragraph}){0,20})`,
  'iu',
);

/**
 * The references that a text holds, in the order in which they stand. Symbols are known in any case, with spaces around
 * their slashes and with Khmer, Arabic and full-width figures; paragraphs as `para. 25(b)`, `§ 25`, `paras. 10–12 and 14`.
 * Suggests and never refuses: what is no symbol is left out, and the text is not touched. Never throws.
 */
export function readMechanisms(text: string): MechanismReference[] {
  const plain = plainOf(text);
  const found: MechanismReference[] = [];
  for (const { form, read } of shapes) {
    for (const match of plain.matchAll(form)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.length >= mostReferences || found.some((other) => from < other.to && to > other.from)) continue;
      found.push({ ...read(match), symbol: symbolOf(match[0]), paragraphs: [], from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from).map((one) => withParagraphs(one, plain));
}

/** A reference in its usual form, to be written elsewhere: `CEDAW/C/KHM/CO/6, para. 25(b)`. */
export function writeMechanism({ symbol, paragraphs }: Pick<MechanismReference, 'symbol' | 'paragraphs'>): string {
  if (paragraphs.length === 0) return symbol;
  return `${symbol}, ${paragraphs.length === 1 && !paragraphs[0]!.includes('–') ? 'para.' : 'paras.'} ${paragraphs.join(', ')}`;
}

function withParagraphs(one: MechanismReference, plain: string): MechanismReference {
  const match = paragraphsForm.exec(plain.slice(one.to, one.to + 200));
  if (!match?.[1]) return one;
  const each = match[1].match(new RegExp(paragraph, 'giu')) ?? [];
  const paragraphs = each.map((part) => part.replace(/\s/g, '').replace('-', '–').toLowerCase());
  return { ...one, paragraphs, to: one.to + match[0].trimEnd().length };
}

function concluding(committee: Committee, country = '', round = ''): MechanismKind {
  return {
    kind: 'concluding',
    committee: committee.toUpperCase() as Committee,
    country: country.toUpperCase(),
    rounds: round.replace(/\s/g, '').replace('–', '-'),
  };
}

function shape(form: string): RegExp {
  return new RegExp(start + form + end, 'giu');
}

/** The usual form: no spaces, capitals, `Add.`, `Rev.` and `Corr.` as they are printed. */
function symbolOf(found: string): string {
  return found
    .replace(/\s/g, '')
    .replace('–', '-')
    .toUpperCase()
    .replace(/\b(ADD|REV|CORR)\./g, (word) => word[0] + word.slice(1).toLowerCase());
}

/** The text with the figures and letters that symbols are printed in; places stay the same. */
function plainOf(text: string): string {
  return asciiDigits(text.slice(0, longest))
    .replace(/[\uff0f\u2215\u2044]/g, '/')
    .replace(/[\uff21-\uff3a\uff41-\uff5a]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010\u2011]/g, '-');
}
