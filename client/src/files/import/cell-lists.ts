import { asciiDigits } from '@board/shared/upr/digits';
import { cleanLine, splitLines } from '@board/shared/upr/report-lines';
import { readSdgCodes } from '@board/shared/upr/sdg-codes-in-list';

/** What a cell of themes may hold beside them: the lists of the United Nations put goals and persons under labels into it. */
export interface ThemesInCell {
  themes: string[];
  /** Entries of goals and targets as printed. */
  sdgs: string[];
}

const labels: readonly (readonly [keyof ThemesInCell | 'persons', RegExp])[] = [
  ['sdgs', /^(?:relevant )?(?:sdgs?|odd|ods) ?: ?(.*)$/i],
  [
    'persons',
    /^(?:affected persons|groups of persons|persons affected|personnes concernées|personas afectadas) ?: ?(.*)$/i,
  ],
  ['themes', /^(?:full list of )?(?:themes?|thèmes?|temas?) ?: ?(.*)$/i],
];
/** The lists of the second cycle have a code before each theme: "A12 Acceptance of international norms". */
const themeCode = /^[A-Z]\d{1,3}(?:\.\d{1,2})? (?=\p{Lu})/u;

/** Sorts a cell of themes. Themes come one per line with a dash, or parted by signs: "Rights of the Child,Women's rights". */
export function readThemes(cell: string): ThemesInCell {
  const found = { themes: [] as string[], sdgs: [] as string[], persons: [] as string[] };
  let list: keyof typeof found = 'themes';
  for (const { text } of splitLines(cell)) {
    const label = labels
      .map(([name, pattern]) => ({ name, rest: pattern.exec(text)?.[1] }))
      .find(({ rest }) => rest !== undefined);
    if (label) list = label.name;
    const entries = label ? splitEntries(label.rest!) : splitEntries(text);
    found[list].push(...(list === 'themes' ? entries.map((theme) => theme.replace(themeCode, '')) : entries));
  }
  return { themes: [...new Set(found.themes)], sdgs: found.sdgs };
}

const code = /(?<![\d.])\d{1,3}(?:\.(?:\d{1,3}|[a-d](?!\p{L})))?(?![\d.]*\d)/giu;
/** What stands around codes in a list of nothing else. */
const aroundCodes =
  /^(?:[\s:.,;،؛/&|()–•-]|(?:sdg|odd|ods|goal|target|objectif|cible|objetivo|meta)s?(?!\p{L})|(?:nos?|and|et|y|e|و|និង)(?!\p{L})|(?:ال)?(?:هدف|أهداف|اهداف|غاية|غايات)|គោលដៅ(?:ទី)?|ទី)*$/iu;
const rangeOfCodes = /\d\s*[-–]\s*\d/;

/** Codes of the goals and targets in a cell, and what was not understood. */
export function readSdgs(cell: string, inThemes: readonly string[]): ReturnType<typeof readSdgCodes> {
  const printed = splitLines(cell).flatMap(({ text }) => {
    // "1, 4, 16.3" is a list, "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS" one entry with a comma in it.
    const plain = asciiDigits(text);
    const isList = aroundCodes.test(plain.replace(code, '')) && !rangeOfCodes.test(plain);
    return isList ? (plain.match(code) ?? []) : splitEntries(text);
  });
  return readSdgCodes([...printed, ...inThemes]);
}

/** A cell's words without the dash that lists put before each entry. */
export function withoutDash(text: string): string {
  return cleanLine(text).replace(/^[-–•] ?/, '');
}

function splitEntries(text: string): string[] {
  const entries = /^[-–•] /.test(text) ? [withoutDash(text)] : text.split(/[;|]|,(?! )/);
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}
