import { compareNumbers } from '@board/shared/upr/numbers';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { textLanguages } from '../guess-language.ts';
import { cleanText } from './clean-text.ts';
import { csvBytes } from './csv-text.ts';
import { plainCellOf } from './form-lines.ts';
import { reviewOf } from './strategy-facts.ts';
import type { Words } from './words.ts';
import { workbookBytes } from './workbook.ts';

interface CatalogueColumn {
  name: string;
  width: number;
  of: (recommendation: WorkshopFile['recommendations'][number]) => string;
}

/** All recommendations as a workbook. */
export function catalogueXlsx(file: WorkshopFile, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const columns = columnsOf(file, words);
  const table = {
    title: words.t('takehome:doc.catalogue'),
    facts: [file.workshop.title, reviewOf(file, words)].filter((fact) => fact !== ''),
    columns: columns.map(({ name, width }) => ({ name, width })),
    lines: sorted(file).map((one) => columns.map(({ of }) => plainCellOf(of(one)))),
  };
  return workbookBytes([table], words);
}

/** All recommendations as comma-separated text. */
export function catalogueCsv(file: WorkshopFile, words: Words): Uint8Array<ArrayBuffer> {
  const columns = columnsOf(file, words);
  const lines = sorted(file).map((one) => columns.map(({ of }) => cleanText(of(one))));
  return csvBytes([columns.map(({ name }) => name), ...lines], words.language);
}

/** Headings that the catalogue's own readers know; the text once for each language in which there is any. */
function columnsOf({ recommendations }: WorkshopFile, { t, language, nameOfState }: Words): CatalogueColumn[] {
  const languages = [...new Set(recommendations.flatMap(({ text }) => Object.keys(text)))].sort((a, b) =>
    a === language ? -1 : b === language ? 1 : a < b ? -1 : 1,
  );
  const isAlone = languages.length < 2;
  return [
    { name: t('strategy:column.number'), width: 12, of: ({ number }) => number },
    ...languages.map((code) => ({
      name: isAlone
        ? t('strategy:column.recommendation')
        : t('takehome:column.textIn', { language: nameOfLanguage(code, t) }),
      width: 80,
      of: ({ text }: { text: Record<string, string> }) => text[code] ?? '',
    })),
    { name: t('takehome:column.states'), width: 30, of: ({ states }) => states.map(nameOfState).join('; ') },
    { name: t('takehome:column.position'), width: 14, of: ({ position }) => t(`frame:position.${position}`) },
    { name: t('takehome:column.themes'), width: 40, of: ({ themes }) => themes.join('; ') },
    ...(recommendations.some(({ sdgs }) => sdgs) ? [sdgColumn(t('takehome:column.sdgs'))] : []),
    { name: t('takehome:column.source'), width: 24, of: ({ source }) => source },
  ];
}

/** Only where a list has named any. */
function sdgColumn(name: string): CatalogueColumn {
  return { name, width: 16, of: ({ sdgs = [] }) => sdgs.join('; ') };
}

/** As the page calls it; the code of one that it has no name for. The browser's own names lack Khmer. */
function nameOfLanguage(code: string, t: Words['t']): string {
  const known = textLanguages.find((one) => one === code);
  return known ? t(`merge:languages.${known}`) : code;
}

function sorted({ recommendations }: WorkshopFile): WorkshopFile['recommendations'] {
  return recommendations.toSorted((a, b) => compareNumbers(a.number, b.number));
}
