import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { workshopFile } from '@board/shared/workshop-file/schema';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { usualShares } from '../../strategy/grid/column-widths.ts';
import { everything } from './everything.ts';
import { makeOne } from './make-one.ts';
import { openedParts, visibleText } from './opened.fixture.ts';
import { arrangements, type FileOrder } from './orders.ts';
import { withoutNames } from './without-names.ts';
import { testWords } from './words.fixture.ts';

type OneOrder = Exclude<FileOrder, { what: 'everything' }>;

async function documentOf(order: OneOrder, file: WorkshopFile, language = 'en'): Promise<Map<string, string>> {
  return openedParts((await makeOne(order, file, await testWords(language))).bytes);
}

const strategyDocx = (file: WorkshopFile): OneOrder => ({ what: 'strategy', group: file.groups[0]!.id, as: 'docx' });

test('FO1 a strategy is a document across the page: title, headings, the table’s columns as on screen, its heading on each page', async () => {
  const file = filledFile({ groups: 1, rows: 3 });
  const parts = await documentOf(strategyDocx(file), file);
  const document = parts.get('word/document.xml')!;
  expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/);
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(document.match(/<w:tbl>/g)!.length);
  expect(document.match(/<w:tr>/g)!.length).toBe(document.match(/<w:cantSplit\/>/g)!.length);
  const grid = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].slice(0, 9).map(([, width]) => Number(width));
  const all = grid.reduce((sum, width) => sum + width, 0);
  expect(all).toBe(16838 - 2 * 850);
  for (const [at, share] of usualShares(81).entries()) expect(Math.abs(grid[at]! / all / share - 1)).toBeLessThan(0.1);
  for (const style of ['Title', 'Heading2', 'BoardHead', 'BoardStates', 'BoardRisk'])
    expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(document).toMatch(/<w:numPr>.*<w:numId/);
  expect(parts.get('word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
  const text = visibleText(document);
  for (const word of [
    'Strategy workshop',
    'Fair trial',
    '110.10',
    'France',
    '16.3',
    'Mar 2027',
    'Priority',
    'Response:',
  ])
    expect(text).toContain(word);
});

test('FO2 lists with numbers begin with 1 again, each one', async () => {
  const file = filledFile({ groups: 1, rows: 2 });
  const document = (await documentOf(strategyDocx(file), file)).get('word/document.xml')!;
  const numbered = document.split('</w:p>').flatMap((paragraph) => {
    const list = /<w:numId w:val="(\d+)"\/>/.exec(paragraph)?.[1];
    const word = /<w:t[^>]*>(Ask|Answer)</.exec(paragraph)?.[1];
    return list && word ? [[list, word] as const] : [];
  });
  const byList = new Map<string, string[]>();
  for (const [list, word] of numbered) byList.set(list, [...(byList.get(list) ?? []), word]);
  expect(byList.size).toBeGreaterThan(2);
  for (const words of byList.values()) expect(words).toEqual(['Ask', 'Answer']);
});

test.each(['ar', 'km'])(
  'FO3 a document in %s has its script’s font, size and language, and runs as the script does',
  async (language) => {
    const file = filledFile({ groups: 1, rows: 2 });
    file.groups[0]!.name = language === 'ar' ? 'العدالة' : 'យុត្តិធម៌';
    const parts = await documentOf(strategyDocx(file), file, language);
    const styles = parts.get('word/styles.xml')!;
    const region = language === 'ar' ? 'ar-SA' : 'km-KH';
    const defaults = styles.slice(styles.indexOf('<w:docDefaults>'), styles.indexOf('</w:docDefaults>'));
    expect(defaults).toContain(`w:bidi="${region}"`);
    expect(defaults).toContain(language === 'ar' ? 'w:cs="Noto Sans Arabic"' : 'w:cs="Noto Sans Khmer"');
    expect(defaults).toMatch(/<w:szCs w:val="17"\/>/);
    const document = parts.get('word/document.xml')!;
    expect(document.includes('<w:bidiVisual/>')).toBe(language === 'ar');
    if (language === 'ar') expect(document).toMatch(/<w:pPr>[\s\S]*?<w:bidi\/>[\s\S]*?<w:rtl\/>[\s\S]*?العدالة/);
    else expect(document).not.toContain('<w:rtl/>');
  },
);

test('FO4 the consolidated strategy can be put together in four ways, and has every row of every group in each of them', async () => {
  const file = filledFile({ groups: 3, rows: 4 });
  for (const by of arrangements) {
    const document = (await documentOf({ what: 'consolidated', by, as: 'docx' }, file)).get('word/document.xml')!;
    for (const { name, strategy } of file.groups) {
      expect(visibleText(document)).toContain(name);
      for (const { id } of strategy!.rows) expect(document, by).toContain(`row_${id}`);
    }
  }
  const words = await testWords('en');
  const goals = visibleText(
    (await documentOf({ what: 'consolidated', by: 'goal', as: 'docx' }, file)).get('word/document.xml')!,
  );
  expect(goals).toContain(`SDG 16: ${words.titleOfTarget('16').words}`);
});

test('FO5 what somebody may not read is named as missing, and nothing of it is in the file', async () => {
  const file = filledFile({ groups: 2, rows: 2 });
  file.groups[1]!.strategy = null;
  const document = visibleText(
    (await documentOf({ what: 'consolidated', by: 'group', as: 'docx' }, file)).get('word/document.xml')!,
  );
  expect(document).toContain(`Not in this document: ${file.groups[1]!.name}`);
});

test('FO6 an adopted charter goes out with its record in words and fingerprints, a draft says that it is one', async () => {
  const draft = filledFile();
  const text = async (file: WorkshopFile) =>
    strFromU8((await makeOne({ what: 'charter', as: 'txt' }, file, await testWords('en'))).bytes);
  expect(await text(draft)).toMatch(/Draft of .* Not adopted\./);
  const file = adopted(draft);
  const plain = await text(file);
  expect(plain).not.toContain('Draft of');
  for (const word of [
    '1. We will watch every trial.',
    'Minority note: Not enough people to watch.',
    'Record of adoption',
    file.adopted!.fingerprint,
  ])
    expect(plain).toContain(word);
  const parts = await documentOf({ what: 'charter', as: 'docx' }, file);
  const document = visibleText(parts.get('word/document.xml')!);
  for (const word of ['We will watch every trial.', 'Not enough people to watch.', 'Item 1', file.adopted!.fingerprint])
    expect(document).toContain(word);
  expect(parts.get('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/);
});

test('FO7 no file has an author, and none a personal name that was not asked for', async () => {
  const file = named(adopted(filledFile()));
  const words = await testWords('en');
  const { bytes } = await everything(withoutNames(file), true, words);
  const whole = unzipSync(bytes);
  for (const [name, part] of Object.entries(whole)) {
    const texts = /\.(?:docx|xlsx)$/.test(name) ? [...openedParts(part)] : [[name, strFromU8(part)] as const];
    for (const [inside, text] of texts) {
      expect(text, inside).not.toContain('Sokha');
      if (inside === 'docProps/core.xml') expect(text).not.toMatch(/<(?:dc:creator|cp:lastModifiedBy)>[^<]/);
    }
  }
  const record = strFromU8((await makeOne({ what: 'charter', as: 'txt' }, file, words)).bytes);
  expect(record).toContain('Sokha');
});

test('FO8 everything is one archive: all documents, and the workshop as a file that its own schema takes', async () => {
  const file = filledFile({ groups: 4, rows: 2 });
  file.groups[3]!.name = file.groups[0]!.name;
  const { name, bytes } = await everything(file, true, await testWords('en'));
  expect(name).toBe('Strategy workshop.zip');
  const entries = unzipSync(bytes);
  const names = Object.keys(entries);
  expect(names.filter((one) => one.startsWith('groups/'))).toHaveLength(12);
  expect(names).toContain('groups/Action strategy - Fair trial (2).docx');
  for (const ending of ['docx', 'xlsx', 'csv', 'txt', 'json'])
    expect(names.some((one) => one.endsWith(ending))).toBe(true);
  const written: unknown = JSON.parse(strFromU8(entries['workshop.json']!));
  expect(workshopFile.parse(written)).toEqual(file);
  expect(JSON.parse(strFromU8(entries['workshop.schema.json']!))).toHaveProperty('$schema');
  const without = await everything(file, false, await testWords('en'));
  expect(Object.keys(unzipSync(without.bytes))).not.toContain('workshop.json');
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

test.skipIf(!office)(
  'FO9 every kind of document opens in another office program, without repair and with pages',
  { timeout: 300_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'board-office-'));
    const file = adopted(filledFile({ groups: 2, rows: 3 }));
    const orders: [string, OneOrder][] = [
      ['strategy.docx', { what: 'consolidated', by: 'group', as: 'docx' }],
      ['charter.docx', { what: 'charter', as: 'docx' }],
      ['strategy.xlsx', { what: 'consolidated', by: 'group', as: 'xlsx' }],
      ['catalogue.xlsx', { what: 'catalogue', as: 'xlsx' }],
    ];
    const words = await testWords('ar');
    for (const [name, order] of orders) await writeFile(join(folder, name), (await makeOne(order, file, words)).bytes);
    for (const [name] of orders) {
      const into = join(folder, name.replace('.', '-'));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      await promisify(execFile)(office!, [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        into,
        join(folder, name),
      ]);
      expect(await readdir(into)).toHaveLength(1);
    }
    await rm(folder, { recursive: true, force: true });
  },
);

function adopted(file: WorkshopFile): WorkshopFile {
  const [vote] = file.votes;
  const text = 'We will watch every trial.';
  const id = file.charter.items[0]!.id;
  return {
    ...file,
    adopted: {
      adoptedAt: 1_800_000_200_000,
      preamble: 'We, who met.',
      items: [{ id, text, groupName: 'Fair trial', fingerprint: fingerprint(text) }],
      closing: 'So we agree.',
      fingerprint: fingerprint(`We, who met.\n\n1. ${text}\n\nSo we agree.`),
      votes: [vote!],
      rounds: [vote!.id],
      roll: { groups: [], organisations: [{ name: 'River Legal Aid', people: 4 }] },
    },
  };
}

/** The same, with people's names wherever the board notes them. */
function named(file: WorkshopFile): WorkshopFile {
  const person = 'Sokha';
  const byName = (vote: WorkshopFile['votes'][number]) => ({
    ...vote,
    secrecy: 'open' as const,
    result: vote.result && {
      ...vote.result,
      remarks: vote.result.remarks.map((remark) => ({ ...remark, person })),
      named: [{ person, position: 'agree' as const }],
    },
  });
  return {
    ...file,
    withNames: true,
    agenda: file.agenda.map((step) => ({ ...step, facilitator: person })),
    comments: file.comments.map((comment) => ({ ...comment, name: person, resolved: { name: person, at: 1 } })),
    votes: file.votes.map(byName),
    adopted: file.adopted && { ...file.adopted, votes: file.adopted.votes.map(byName) },
  };
}

test('FO19 a workbook names its sheets in quotes where it says which heads are printed again, and its rows are as high as their words', async () => {
  const file = filledFile({ groups: 3, rows: 2 });
  const names = ["Children's rights & water", 'Water', 'العدالة'];
  file.groups = file.groups.map((group, at) => ({ ...group, name: names[at]! }));
  const words = await testWords('en');
  const { bytes } = await makeOne({ what: 'consolidated', by: 'group', as: 'xlsx' }, file, words);
  const parts = openedParts(bytes);
  const titles = [...parts.get('xl/workbook.xml')!.matchAll(/<definedName[^>]*localSheetId="(\d)"[^>]*>([^<]*)</g)];
  expect(titles.map(([, sheet, range]) => [sheet, range!.replaceAll('&apos;', "'").replaceAll('&amp;', '&')])).toEqual([
    ['0', "'Overview'!$A:$A,'Overview'!$8:$8"],
    ['1', "'All actions'!$A:$A,'All actions'!$7:$7"],
    ['2', "'Children''s rights & water'!$A:$A,'Children''s rights & water'!$7:$7"],
    ['3', "'Water'!$A:$A,'Water'!$7:$7"],
    ['4', "'العدالة'!$A:$A,'العدالة'!$7:$7"],
  ]);
  const rows = [...parts.get('xl/worksheets/sheet2.xml')!.matchAll(/<row r="(\d+)"([^>]*)>/g)].slice(7);
  expect(rows.length).toBeGreaterThan(5);
  for (const [, , attributes] of rows) {
    expect(Number(/ht="([\d.]+)"/.exec(attributes!)?.[1])).toBeGreaterThan(30);
    expect(attributes).not.toContain('customHeight');
  }
});

test('FO3 in a document from right to left an English title and heading stand at the right, and words in cells where their own lines begin', async () => {
  const file = filledFile({ groups: 1, rows: 2 });
  const parts = await documentOf(strategyDocx(file), file, 'ar');
  const document = parts.get('word/document.xml')!;
  const paragraphOf = (words: string) => document.split('<w:p>').find((one) => one.includes(words))!;
  expect(paragraphOf('Open courts')).toContain('<w:jc w:val="end"/>');
  expect(paragraphOf('Strategy workshop')).toContain('<w:jc w:val="end"/>');
  expect(paragraphOf('River Legal Aid</w:t>')).not.toBeUndefined();
  expect(paragraphOf('Number of hearings')).not.toContain('<w:jc');
});
