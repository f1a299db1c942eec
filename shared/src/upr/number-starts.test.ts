import { expect, test } from 'vitest';
import { numberAtStart } from './number-starts.ts';
import { readReport } from './report.ts';

const printed = (text: string): unknown[] =>
  readReport(text).recommendations.map(({ number, text: words, flags }) => [
    number,
    words,
    flags.flatMap(({ kind, detail, cure }) => (kind === 'number-rewritten' ? [detail, cure] : [])),
  ]);

test('UP58 figures of other scripts and a dash between them are read as numbers, and what was printed is kept to be chosen', () => {
  const rows = ['Mend the roads', 'Open the archives', 'Plant trees'];
  const wanted = (one: (item: number) => string) =>
    rows.map((words, at) => [`118.${at + 1}`, words, [one(at + 1), one(at + 1)]]);
  const arabic = (item: number) => `١١٨-${'٠١٢٣'.charAt(item)}`;
  const khmer = (item: number) => `១១៨.${'០១២៣'.charAt(item)}`;
  const latin = (item: number) => `118–${item}`;
  for (const one of [arabic, khmer, latin]) {
    const list = rows.map((words, at) => `${one(at + 1)} ${words} (Peru);`).join('\n');
    expect(printed(list)).toEqual(wanted(one));
  }
  expect(printed('118.1 Mend (Peru);\n118.2 Rest (Chad);')).toEqual([
    ['118.1', 'Mend', []],
    ['118.2', 'Rest', []],
  ]);
});

test('UP58 a dash in a sentence is from … to, and no number', () => {
  const list = printed('118.1 Send all children of\n10-12 years of age to school (Peru);\n118.2 Rest (Chad);');
  expect(list).toEqual([
    ['118.1', 'Send all children of 10-12 years of age to school', []],
    ['118.2', 'Rest', []],
  ]);
  const starts = [
    '118-1 Mend',
    '١١٨-١ إصلاح',
    '៩.១០ ជួសជុល',
    '10-12 years of age',
    '2030-2035 Plan',
    '118-1',
    '3-4 Rest',
  ];
  expect(starts.map((words) => numberAtStart(words)?.number ?? null)).toEqual([
    '118.1',
    '118.1',
    '9.10',
    null,
    null,
    '118.1',
    null,
  ]);
});

test('UP61 a year, an amount and ages at the start of a line stay in the sentence as they are printed', () => {
  const lines = ['2030', '5,000', '15-24', '15-49', '15-17', '0.7'];
  const scripts = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '០១២៣៤៥៦៧៨៩', '０１２３４５６７８９'];
  for (const script of scripts) {
    const of = (words: string) => words.replace(/\d/g, (one) => [...script][Number(one)]!);
    const words = `Reach all of ${lines.map((one) => `${of(one)} of these,`).join(' ')} and more`;
    const list = `118.1 Reach all of\n${lines.map((one) => `${of(one)} of these,`).join('\n')}\nand more (Peru);`;
    const [first, ...rest] = readReport(`${list}\n118.2 Rest (Chad);\n118.3 Sleep (Togo);`).recommendations;
    expect([first?.number, first?.text, rest.map(({ number }) => number)]).toEqual([
      '118.1',
      words,
      ['118.2', '118.3'],
    ]);
    expect(first?.flags.filter(({ kind }) => kind === 'number-rewritten')).toEqual([]);
  }
  const ages =
    '118-1 Count women aged\n15-19 years,\n15-24 years,\n15-49 years (Peru);\n118-2 Rest (Chad);\n118-3 Sleep (Togo);';
  expect(readReport(ages).recommendations.map(({ number, text }) => [number, text])).toEqual([
    ['118.1', 'Count women aged 15-19 years, 15-24 years, 15-49 years'],
    ['118.2', 'Rest'],
    ['118.3', 'Sleep'],
  ]);
});
