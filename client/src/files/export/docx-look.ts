import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LevelFormat } from 'docx';
import { formStyleNames, formStyles } from '../form-styles.ts';
import type { Words } from './words.ts';

/** How documents look: paper and ink, thin rules, Noto. Sizes are half-points, lengths twentieths of a point. */

/** Colours, as documents write them. */
export const ink = { text: '1D2329', soft: '59626B', rule: 'AEB6BE', head: 'E9EDF1', accent: '1F5C7A' } as const;

/** A4. Word wants the short side as the width and turns the page by itself. */
export const paper = { width: 11906, height: 16838 } as const;
/** Around the text: on pages across, and on those of running text. */
export const margin = { wide: 850, text: 1300 } as const;

/** Tables are set in the one, the charter in the other. */
export type Face = 'sans' | 'serif';

const families = {
  sans: { latin: 'Noto Sans', khmer: 'Noto Sans Khmer', arabic: 'Noto Sans Arabic' },
  serif: { latin: 'Noto Serif', khmer: 'Noto Serif Khmer', arabic: 'Noto Naskh Arabic' },
} as const;

/** The fonts of a run: of Latin signs, and of the complex script that it holds. */
export function fontsOf(face: Face, script: 'khmer' | 'arabic') {
  const { latin } = families[face];
  return { ascii: latin, hAnsi: latin, eastAsia: latin, cs: families[face][script] };
}

const regions: Readonly<Record<string, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-SA', km: 'km-KH' };

/** The kinds of lists, by the names that paragraphs refer to them by. */
export const lists = { bullets: 'bullets', numbers: 'numbers', items: 'items' } as const;

/** Levels of a list that the table's editor makes. */
const levels = 6;

/** The styles of a document; `size` is that of its text, in half-points. */
export function stylesOf(words: Words, face: Face, size: number): IStylesOptions {
  const script = words.language === 'km' ? 'khmer' : 'arabic';
  const region = regions[words.language] ?? 'en-GB';
  const isComplex = words.language === 'ar' || words.language === 'km';
  const run = (half: number, more: object = {}) => ({ size: half, sizeComplexScript: half, ...more });
  const bold = { bold: true, boldComplexScript: true };
  const style = (id: string, name: string, half: number, look: object, space: object = {}): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: run(half, look),
    paragraph: { spacing: { after: 0, ...space } },
  });
  const own = (id: keyof typeof formStyleNames, half: number, look: object, space: object = {}) =>
    style(id, formStyleNames[id], half, look, space);
  const heading = (half: number, level: number, before: number) => ({
    run: run(half, { ...bold, color: ink.text, font: fontsOf(face, script) }),
    paragraph: { spacing: { before, after: 80 }, keepNext: true, outlineLevel: level },
  });
  return {
    default: {
      document: {
        run: {
          ...run(size, { color: ink.text, font: fontsOf(face, script) }),
          language: { value: isComplex ? 'en-GB' : region, bidirectional: isComplex ? region : 'ar-SA' },
        },
        paragraph: { spacing: { after: 40, line: 264 } },
      },
      title: {
        run: run(size + 14, { ...bold, font: fontsOf(face, script) }),
        paragraph: { spacing: { before: 120, after: 120, line: 288 }, alignment: AlignmentType.START },
      },
      heading1: heading(size + 8, 0, 240),
      heading2: heading(size + 3, 1, 200),
      hyperlink: { run: { color: ink.accent, underline: { type: 'single' } } },
    },
    paragraphStyles: [
      style('BoardFacts', 'Board facts', size, { color: ink.soft }),
      own(formStyles.head, size, bold),
      style('BoardNumber', 'Board number', size, bold),
      own(formStyles.states, size, bold, { before: 60 }),
      own(formStyles.position, size - 1, { color: ink.soft }),
      own(formStyles.group, size - 1, { ...bold, color: ink.accent }, { after: 40 }),
      own(formStyles.target, size, {}, { before: 40 }),
      own(formStyles.priority, size - 2, { ...bold, color: ink.accent }, { before: 40 }),
      own(formStyles.contribution, size - 2, { ...bold, color: ink.accent }, { before: 40 }),
      own(formStyles.risk, size, {}),
      own(formStyles.response, size, {}),
      own(formStyles.label, size - 1, { color: ink.soft }, { before: 20 }),
      own(formStyles.none, size, { color: ink.soft }),
      style('BoardSmall', 'Board small', size - 2, { color: ink.soft }),
      style('BoardTableHead', 'Board record head', size - 7, bold),
      style('BoardTableCell', 'Board record cell', size - 7, {}),
      style('BoardCode', 'Board fingerprint', size - 3, { color: ink.soft }, { after: 40 }),
    ],
  };
}

const signs = ['•', '◦', '▪', '•', '◦', '▪'];

/** Real lists: bullets, numbers that start anew for each list, and the charter's items. */
export function numberingOf(face: Face) {
  // The charter's lists stand below its items.
  const base = face === 'serif' ? 860 : 240;
  const step = face === 'serif' ? 300 : 220;
  const indent = (level: number) => ({ left: base + level * step, hanging: step });
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: indent(at) }, run: { font: fontsOf(face, 'arabic') } },
  });
  const at = Array.from({ length: levels }, (_, index) => index);
  return {
    config: [
      { reference: lists.bullets, levels: at.map((one) => level(one, LevelFormat.BULLET, signs[one] ?? '•')) },
      { reference: lists.numbers, levels: at.map((one) => level(one, LevelFormat.DECIMAL, `%${one + 1}.`)) },
      {
        reference: lists.items,
        levels: [
          {
            ...level(0, LevelFormat.DECIMAL, '%1.'),
            style: { paragraph: { indent: { left: 560, hanging: 560 } }, run: { bold: true, boldComplexScript: true } },
          },
        ],
      },
    ],
  };
}
