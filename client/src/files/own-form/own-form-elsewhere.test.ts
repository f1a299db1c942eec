import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readStrategy } from '@board/shared/model/strategy';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeOne } from '../export/make-one.ts';
import { testWords } from '../export/words.fixture.ts';
import { cellLabels } from './docx-bare.ts';
import type { FormRow } from './form.ts';
import { isNothingNew, planForm } from './form-plan.ts';
import { byNumber, docOf, kinds, tablesOf } from './own-form.fixture.ts';

/** Files in the table's own form that were opened and saved in another office program. */

async function strategy(as: (typeof kinds)[number]): Promise<Uint8Array> {
  const file = filledFile({ groups: 1, rows: 3 });
  return (await makeOne({ what: 'strategy', group: file.groups[0]!.id, as }, file, await testWords('en'))).bytes;
}

/** The document with other ids for its styles: those that a program makes of their names, or in its own language. */
function withOtherIds(document: Uint8Array): Uint8Array {
  const parts = unzipSync(document);
  const styles = strFromU8(parts['word/styles.xml']!);
  const ids = [...styles.matchAll(/<w:style [^>]*w:type="paragraph"[^>]*w:styleId="([^"]+)"/g)].map(([, id]) => id!);
  const renamed = (xml: string): string =>
    ids.reduce(
      (text, id, at) =>
        text.replaceAll(new RegExp(`(w:styleId|<w:(?:pStyle|basedOn|next|link) w:val)="${id}"`, 'g'), `$1="Stil${at}"`),
      xml,
    );
  for (const name of ['word/styles.xml', 'word/document.xml']) parts[name] = strToU8(renamed(strFromU8(parts[name]!)));
  expect(strFromU8(parts['word/document.xml']!)).not.toContain('"BoardTarget"');
  return zipSync(parts);
}

test('FO56 a document whose styles have got other ids is read by their names', async () => {
  const words = await testWords('en');
  const document = await strategy('docx');
  expect(await tablesOf(withOtherIds(document), words)).toEqual(await tablesOf(document, words));
});

/** The document as a program saves it that knows neither our styles nor our marks. */
function bare(document: Uint8Array): Uint8Array {
  const parts = unzipSync(document);
  const xml = strFromU8(parts['word/document.xml']!);
  const plain = xml.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '').replace(/<w:pStyle w:val="Board[^"]*"\/>/g, '');
  parts['word/document.xml'] = strToU8(plain);
  return zipSync(parts);
}

test.each(['en', 'fr', 'ar', 'km'])(
  'FO58 a document without styles and marks brings nothing new into its own table: %s',
  async (language) => {
    const file = filledFile({ groups: 1, rows: 3 });
    const group = file.groups[0]!;
    const words = await testWords(language);
    const { bytes } = await makeOne({ what: 'strategy', group: group.id, as: 'docx' }, file, words);
    const [table] = await tablesOf(bare(bytes), words);
    const [sound] = await tablesOf(bytes, words);
    const said = ({ number, priority, sdg, mechanisms, actions, risks }: FormRow) => ({
      ...{ number, priority, sdg, mechanisms },
      actions: actions.map((action) => ({ ...action, id: '' })),
      risks: risks.map((risk) => ({ ...risk, id: '' })),
    });
    expect(table!.rows.map(said)).toEqual(sound!.rows.map(said));
    const doc = docOf(file, group);
    expect(isNothingNew(doc, planForm(table!.rows, readStrategy(doc), byNumber(file)))).toBe(true);
  },
);

test('FO58 the words that are looked for in cells are those that the board writes', () => {
  const written = ['en', 'fr', 'ar', 'km'].map((language) => {
    const file = new URL(`../../locales/${language}/takehome.json`, import.meta.url);
    return (JSON.parse(readFileSync(file, 'utf8')) as { doc: Record<keyof typeof cellLabels, string> }).doc;
  });
  for (const label of ['priority', 'contribution', 'response'] as const)
    expect(cellLabels[label]).toEqual(written.map((doc) => doc[label]));
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));

async function savedElsewhere(bytes: Uint8Array, kind: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'board-office-'));
  const given = join(folder, `given.${kind}`);
  await writeFile(given, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const options = ['--headless', '--convert-to', kind, '--outdir', join(folder, 'saved'), given];
  await promisify(execFile)(office!, [profile, ...options]);
  const saved = await readFile(join(folder, 'saved', `given.${kind}`));
  await rm(folder, { recursive: true, force: true });
  return new Uint8Array(saved);
}

test.skipIf(!office).each(kinds)(
  'FO56 a strategy that was saved in another office program comes back as it went out: %s',
  { timeout: 300_000 },
  async (as) => {
    const words = await testWords('en');
    const bytes = await strategy(as);
    expect(await tablesOf(await savedElsewhere(bytes, as), words)).toEqual(await tablesOf(bytes, words));
  },
);
