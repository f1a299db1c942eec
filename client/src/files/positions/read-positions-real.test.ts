import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readInput } from '../import/readers.ts';
import { hasRealFiles, realFile } from '../import/real-files.ts';
import { readPositions } from './read-positions.ts';
import { replyIn } from './reply-file.ts';
import { changesOf, settle } from './settle.ts';

const real = describe.skipIf(!hasRealFiles);
const textOf = (name: string): string => new TextDecoder().decode(realFile(`data/recommendations/${name}`));

async function listOf(name: string) {
  const read = await readInput({ text: textOf(name) });
  if (!read.ok) throw new Error(read.problem);
  return read.value.recommendations;
}

real('a real reply', () => {
  test('ME12 the 157 positions of a real reply are those of the official list, with its three misprints named', async () => {
    const official = await listOf('derived/uhri-shaped-svn-c3-2019.csv');
    const positions = new Map(official.map(({ number, position }) => [number, position]));
    const doc = new Y.Doc();
    const report = await listOf('svn-c3-A_HRC_43_15.pasted-from-pdf.txt');
    takeIn(
      doc,
      report.map(({ number, position }) => ({ number, position, text: {}, states: [], themes: [], source: '' })),
    );
    const catalogue = readCatalogue(doc);
    const found = readPositions(textOf('svn-c3-A_HRC_43_15_Add1.pasted-from-pdf.txt'))!;
    expect(found.confidence).toBeGreaterThan(0.9);
    const settled = settle(found, catalogue, new Map());
    expect(settled.misprints.map(({ printed, numbers }) => [printed, numbers.length])).toEqual([
      ['122.6266', 5],
      ['122.91104', 14],
      ['122.118120', 3],
    ]);
    expect([settled.unknown, settled.settled.filter(({ question }) => question)]).toEqual([[], []]);
    const changes = changesOf(settled, new Map());
    const byId = new Map(catalogue.map(({ id, number }) => [id, number]));
    expect(changes.length).toBe(157);
    const wrong = changes.filter(({ id, value }) => positions.get(byId.get(id)!) !== value);
    expect(wrong).toEqual([]);
    const counts = Map.groupBy(changes, ({ value }) => value);
    expect([counts.get('supported')!.length, counts.get('noted')!.length]).toEqual([124, 33]);
  });

  test('ME12 none of the real lists is taken for a reply', () => {
    for (const name of [
      'svn-c3-A_HRC_43_15.pasted-from-pdf.txt',
      'khm-c2-A_HRC_26_16.pasted-from-pdf.txt',
      'khm-c2-A_HRC_26_16.one-line-per-rec.txt',
      'ohchr-matrix-svn-c3-2019.cells-flattened.txt',
      'upr-info-export-cambodia.csv',
      'derived/khm-c2-A_HRC_26_16.parsed.csv',
      'derived/khm-c2.semicolon-cp1252-crlf.csv',
      'derived/uhri-shaped-svn-c3-2019.csv',
      'homemade-year-2014.macroman.csv',
    ])
      expect(readPositions(textOf(name))?.confidence ?? 0, name).toBeLessThan(0.5);
  });

  test('ME62 nor is one as a file of whatever kind, and the reply itself reads the same', async () => {
    for (const name of [
      'upr-info-export-cambodia.csv',
      'upr-info-export-cambodia.rewritten.xls',
      'upr-info-export-cambodia.rewritten.xlsx',
      'derived/khm-c2-A_HRC_26_16.parsed.csv',
      'derived/khm-c2.semicolon-cp1252-crlf.csv',
      'derived/uhri-shaped-svn-c3-2019.csv',
      'homemade-year-2014.macroman.csv',
      'ohchr-matrix-svn-c3-2019.docx',
    ]) {
      const answer = await replyIn({ given: realFile(`data/recommendations/${name}`) });
      expect(answer.ok ? answer.value.confidence : 0, name).toBeLessThan(0.5);
    }
    const text = textOf('svn-c3-A_HRC_43_15_Add1.pasted-from-pdf.txt');
    expect(await replyIn({ given: text })).toEqual({ ok: true, value: readPositions(text) });
  }, 60_000);
});
