import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import { carryOut } from '@board/shared/model/catalogue-changes';
import { wordDifference } from '@board/shared/model/word-difference';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { foldForSearch } from '../../fold-for-search.ts';
import { previewLines } from '../import/preview.ts';
import { type ListInput, readInput } from '../import/readers.ts';
import { hasRealFiles, realFile } from '../import/real-files.ts';
import { incomingOf } from './incoming.ts';
import { orderOf, sizeOf } from './order.ts';
import { planMerge } from './plan.ts';

/** Failures that others had, as far as they concern what is taken in and taken in again. */

/** Takes a list in as the page does; the answer is how many recommendations it touched. */
async function take(doc: Y.Doc, input: ListInput, language = 'en'): Promise<number> {
  const read = await readInput(input);
  if (!read.ok) throw new Error(read.problem);
  const list = incomingOf(previewLines(read.value), read.value, language);
  const contents = orderOf(planMerge(readCatalogue(doc), list), new Map());
  carryOut(doc, { kind: 'list', by: 'ann', at: 1, ...contents });
  return sizeOf(contents);
}

const real = describe.skipIf(!hasRealFiles);
const file = (name: string): ListInput => ({ bytes: realFile(`cases/files/${name}`) });
const numbersOf = (doc: Y.Doc): string[] => readCatalogue(doc).map(({ number }) => number);
const wordsOf = (list: readonly Recommendation[]): (string | undefined)[] => list.map(({ text }) => text['en']);

test('ME20 (O16) 110.10 is not 110.1: each number is one recommendation, in order, and the same list again changes nothing', async () => {
  const doc = new Y.Doc();
  const numbers = ['110.1', '110.2', '110.10', '110.100', '110.20', '111.1'];
  const text = `No,Recommendation,Country\r\n${numbers.map((number) => `${number},Words of ${number},Ghana`).join('\r\n')}`;
  expect(await take(doc, { text })).toBe(6);
  expect(numbersOf(doc)).toEqual(['110.1', '110.2', '110.10', '110.20', '110.100', '111.1']);
  expect(await take(doc, { text })).toBe(0);
  const once = readCatalogue(doc);
  expect(await take(doc, { text: 'No,Recommendation\r\n110.10,Other words\r\n' })).toBe(1);
  expect(
    readCatalogue(doc)
      .filter((one, at) => one.text['en'] !== once[at]!.text['en'])
      .map(({ number }) => number),
  ).toEqual(['110.10']);
});

test('ME21 (O17) the same French list in other letters and with other separators is the same list', async () => {
  const text =
    'Numéro;Recommandation;État\r\n110.10;Renforcer l’école, « partout » – Ça presse;Gabon\r\n110.2;Évaluer, noter;Haïti\r\n';
  const doc = new Y.Doc();
  const cp1252 = Uint8Array.from(text, (sign) => {
    const old: Record<string, number> = { '’': 0x92, '–': 0x96 };
    return old[sign] ?? sign.charCodeAt(0);
  });
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text.replaceAll(';', '\t'), (s) => s.charCodeAt(0)).buffer),
  ]);
  expect(await take(doc, { bytes: new TextEncoder().encode(`\ufeff${text}`) }, 'fr')).toBe(2);
  expect(readCatalogue(doc)[1]!.text).toEqual({ fr: 'Renforcer l’école, « partout » – Ça presse' });
  expect([await take(doc, { bytes: cp1252 }, 'fr'), await take(doc, { bytes: utf16 }, 'fr')]).toEqual([0, 0]);
});

test('ME22 (O20) text that looks like a formula is taken in as it stands, and again, without a sign added or lost', async () => {
  const doc = new Y.Doc();
  const words = [
    '=HYPERLINK(""https://example.invalid/"",""here"")',
    '+855 12 is the line',
    '-5 % by 2030',
    '@office please',
    '- first\n- second',
  ];
  const text = `No,Text\n${words.map((one, at) => `110.${at + 1},"${one}"`).join('\n')}`;
  await take(doc, { text });
  expect(wordsOf(readCatalogue(doc)).map((one) => one?.replace(/\s+/g, ' '))).toEqual(
    words.map((one) => one.replaceAll('""', '"').replace(/\s+/g, ' ')),
  );
  expect(await take(doc, { text })).toBe(0);
});

test('ME23 (O21) signs that no document may hold do not come into the catalogue; all others do', async () => {
  const doc = new Y.Doc();
  await take(doc, {
    text: 'No\tText\n110.1\tStart\u0001 and bell\u0007 end\n110.2\tLast \ufffe\uffff sign\n110.3\tR&D <b> "x" ]]> 👩🏽‍⚕️\n',
  });
  for (const words of wordsOf(readCatalogue(doc)))
    expect(/[\p{Cc}\ufffe\uffff]/u.test(words!.replace(/[\t\n]/g, '')), words).toBe(false);
  expect(wordsOf(readCatalogue(doc))[2]).toBe('R&D <b> "x" ]]> 👩🏽‍⚕️');
});

test('ME24 (O24) zero-width signs of Khmer are kept through taking in, comparing and taking in again; a search finds both spellings', async () => {
  const doc = new Y.Doc();
  const words = 'ការពារ\u200bសិទ្ធិ\u200bកុមារ\u200b ន\u200cម នឹង ន\u200dម';
  const signs = (text: string) => text.match(/[\u200b-\u200d]/g)?.length;
  await take(doc, { text: `No,Text\n110.1,${words}x\n` }, 'km');
  await take(doc, { text: `No,Text\n110.1,${words}y\n` }, 'km');
  const text = readCatalogue(doc)[0]!.text['km']!;
  expect([text, signs(text)]).toEqual([`${words}y`, 5]);
  const runs = wordDifference(`${words}x`, text);
  expect(
    runs
      .filter(({ kind }) => kind !== 'gone')
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
  for (const query of ['សិទ្ធិកុមារ', 'សិទ្ធិ\u200bកុមារ']) expect(foldForSearch(text)).toContain(foldForSearch(query));
});

real('the files of these cases', () => {
  test('ME20 (O16) numbers.csv gives six recommendations, and no seventh the second time', async () => {
    const doc = new Y.Doc();
    expect([await take(doc, file('numbers.csv')), await take(doc, file('numbers.csv'))]).toEqual([6, 0]);
    expect(numbersOf(doc)).toEqual(['110.1', '110.2', '110.10', '110.20', '110.100', '111.1']);
  });

  test('ME21 (O17) three French files are one list, but for one sign of one of them', async () => {
    const doc = new Y.Doc();
    const names = ['french-utf8-bom-semicolon.csv', 'french-cp1252-semicolon.csv', 'french-utf16le-tab.txt'];
    // In the third a semicolon within a cell's words has become a tab: that one differs.
    const touched: number[] = [];
    for (const name of names) touched.push(await take(doc, file(name), 'fr'));
    expect(touched).toEqual([3, 0, 1]);
  });

  test('ME22 (O20) formula-like.csv is the same list the second time', async () => {
    const doc = new Y.Doc();
    const first = await take(doc, file('formula-like.csv'));
    expect([first, await take(doc, file('formula-like.csv'))]).toEqual([first, 0]);
    expect(wordsOf(readCatalogue(doc))).toContain('-5 % by 2030');
  });
});
