import { pdf, wordTable, workbook, workbookParts, zipped } from '../../../client/src/files/import/fixtures.ts';
import { hasRealFiles, realFile } from '../../../client/src/files/import/real-files.ts';
import { longTable } from '../../browser/support/list-files.ts';

/** A file that is read, and what that must come to. */
export interface FileToRead {
  file: string;
  origin: 'real' | 'invented';
  bytes: Uint8Array | string;
  /** Recommendations that must be found. */
  expected: number;
  /** Milliseconds that it may take; null where nothing is asked for. */
  most: number | null;
  mostMegabytes: number | null;
}

/** Milliseconds for a file of the size of the real ones. */
const usual = { most: 2_000, mostMegabytes: null };

/** Real files with what they hold, by their path below the folder of recommendations. */
const real: readonly (readonly [string, number])[] = [
  ['khm-c2-A_HRC_26_16.pdf', 205],
  ['khm-c2-A_HRC_26_16.pasted-from-pdf.txt', 205],
  ['khm-c2-A_HRC_26_16.one-line-per-rec.txt', 205],
  ['svn-c3-A_HRC_43_15.pasted-from-pdf.txt', 215],
  ['ohchr-matrix-svn-c3-2019.docx', 215],
  ['ohchr-matrix-svn-c3-2019.cells-flattened.txt', 215],
  ['upr-info-export-cambodia.csv', 343],
  ['upr-info-export-cambodia.rewritten.xls', 343],
  ['upr-info-export-cambodia.rewritten.xlsx', 343],
  ['homemade-year-2014.macroman.csv', 372],
  ['derived/khm-c2.semicolon-cp1252-crlf.csv', 205],
  ['derived/uhri-shaped-svn-c3-2019.csv', 215],
];

/** The real files where they are at hand, else invented ones of their size; and what no real file is as large as. */
export async function filesToRead(): Promise<FileToRead[]> {
  const usualFiles = hasRealFiles ? realFiles() : await inventedFiles();
  return [
    ...usualFiles,
    {
      file: 'twelve rows and a million formatted ones.xlsx',
      origin: 'invented',
      bytes: await millionRows(),
      expected: 12,
      most: 3_000,
      mostMegabytes: 300,
    },
    {
      file: '100,000 rows.csv',
      origin: 'invented',
      bytes: longTable(100_000),
      expected: 2_000,
      most: null,
      mostMegabytes: null,
    },
  ];
}

function realFiles(): FileToRead[] {
  return real.map(([path, expected]) => ({
    file: path.replace('derived/', ''),
    origin: 'real',
    bytes: realFile(`data/recommendations/${path}`),
    expected,
    ...usual,
  }));
}

const states = ['Peru', 'Chad', 'Togo', 'Cuba', 'Mali', 'Fiji', 'Oman'];
const heads = ['No', 'Recommendation', 'State', 'Position', 'Theme', 'SDGs'];

function wordsOf(at: number): string {
  return `Mend road number ${at}, and see that those who live beside it are heard before the work begins, in their own language`;
}

async function inventedFiles(): Promise<FileToRead[]> {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const stateOf = (at: number): string => states[at % states.length]!;
  const rows = lines(343).map((at) => [
    ...[`${at > 200 ? 111 : 110}.${at > 200 ? at - 200 : at}`, wordsOf(at), stateOf(at)],
    ...[at % 3 === 0 ? 'Noted' : 'Supported', 'Roads', '9.1'],
  ]);
  const report = [
    '110. The recommendations listed below enjoy the support of Exampleland:',
    ...lines(205).map((at) => `110.${at} ${wordsOf(at)} (${stateOf(at)});`),
  ];
  const list = lines(215).map((at) => [
    `110.${at} ${wordsOf(at)} (${stateOf(at)});\nSource of Position: A/HRC/99/8 - Para 110`,
    at % 3 === 0 ? 'Noted' : 'Supported',
    '- Roads\nSDGs: \n- 9 - INDUSTRY, INNOVATION AND INFRASTRUCTURE',
    '',
  ]);
  const listHeads = [
    'Recommendation',
    'Position',
    'Full list of themes',
    'Assessment/comments on level of implementation',
  ];
  const made = (file: string, bytes: FileToRead['bytes'], expected: number): FileToRead => ({
    ...{ file, origin: 'invented', bytes, expected },
    ...usual,
  });
  return [
    made('report.pdf', pdf(pagesOf(report)), 205),
    made('report.txt', report.join('\n'), 205),
    made('thematic list.docx', await wordTable([listHeads, ...list]), 215),
    made('export.csv', [heads, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'), 343),
    made('export.xlsx', await workbook([{ name: 'List', rows: [heads, ...rows] }]), 343),
  ];
}

/** Lines of some hundred letters, sixteen on a page: 27 pages, as the real report has. */
function pagesOf(report: readonly string[]): [number, number, number, string][][] {
  const lines = report.flatMap((words) => words.match(/.{1,95}(?:\s|$)/g) ?? []);
  const pages = Array.from({ length: Math.ceil(lines.length / 16) }, (_, page) =>
    lines.slice(page * 16, page * 16 + 16),
  );
  return pages.map((page) => page.map((words, at) => [60, 760 - at * 20, 10, words.trim()]));
}

/** Twelve rows, and formatted ones down to the last that a sheet has: 155 MB of XML. */
async function millionRows(): Promise<Uint8Array> {
  const rows = Array.from({ length: 12 }, (_, at) => [`9.${at + 1}`, `Mend road ${at + 1}`]);
  const parts = workbookParts([{ name: 'List', rows: [['No', 'Recommendation'], ...rows] }], ['General']);
  const formatted = Array.from({ length: 1_048_576 - 13 }, (_, at) => {
    const row = at + 14;
    const cells = ['A', 'B', 'C'].map((column) => `<c r="${column}${row}" s="0"/>`).join('');
    return `<row r="${row}" spans="1:3" s="0" customFormat="1" ht="15" customHeight="1">${cells}</row>`;
  });
  const name = 'xl/worksheets/sheet0.xml';
  return zipped({ ...parts, [name]: parts[name]!.replace('</sheetData>', `${formatted.join('')}</sheetData>`) });
}
