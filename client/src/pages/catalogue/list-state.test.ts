import type { Found } from '@board/shared/upr/found';
import { expect, test } from 'vitest';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { readBytes } from '../../files/import/read-for-test.ts';
import { asItWas, kinOf, listRead, nothingRead, type ReadListState, withDecided, withLine } from './list-state.ts';

const source = 'the list';
const words = 'No;Recommendation;State\n7.1;Protéger les écoles;Peru\n7.2;Mend the roads;Chad\n';
const western = Uint8Array.from(words, (sign) => sign.charCodeAt(0));

const readAs = (choices: ReadingChoices): Promise<Found> => readBytes(western, choices);

/** The list with a new text for its first line. */
async function mended(): Promise<ReadListState> {
  const state = listRead(source, {}, await readAs({}), null);
  return withLine(state, { ...state.lines[0]!, text: 'Protéger toutes les écoles' });
}

test('UP64 after other choices a mend that no longer fits waits; it is used, or comes back with the choice of before', async () => {
  const cyrillic: ReadingChoices = { encoding: 'windows-1251' };
  const again = listRead(source, cyrillic, await readAs(cyrillic), await mended());
  expect(again.lines[0]!.text).toBe('Protйger les йcoles');
  const [waits] = again.waiting;
  expect([waits!.key, waits!.now.text]).toEqual([0, 'Protéger toutes les écoles']);
  const used = withDecided(again, waits!, true);
  expect([used.lines[0]!.text, used.waiting.every(({ isDecided }) => isDecided)]).toEqual([
    'Protéger toutes les écoles',
    true,
  ]);
  const usedAndBack = listRead(source, {}, await readAs({}), used);
  expect([usedAndBack.lines[0]!.text, usedAndBack.waiting]).toEqual(['Protéger toutes les écoles', []]);
  expect(withDecided(again, waits!, false)).toMatchObject({ lines: again.lines, waiting: [] });
  const back = asItWas(again);
  expect([back.lines[0]!.text, back.waiting, back.choices]).toEqual(['Protéger toutes les écoles', [], {}]);
});

test('UP65 a choice that finds nothing keeps the list with its mends, and is taken back', async () => {
  const before = await mended();
  const sheet: ReadingChoices = { sheet: 'Notes' };
  const failed = nothingRead(before, sheet, 'nothing-found');
  expect([failed.choices, failed.readWith, failed.problem]).toEqual([sheet, {}, 'nothing-found']);
  expect(asItWas(failed)).toEqual(before);
  expect(asItWas({ ...before, choices: sheet, again: { progress: null } })).toEqual(before);
});

test('ME38 the language and what was said of gaps stay for a list that is read again', async () => {
  const said = { ...(await mended()), language: 'fr', acceptedGaps: new Set(['7.3 7.5']) };
  expect(listRead(source, {}, await readAs({}), said)).toMatchObject({
    language: 'fr',
    acceptedGaps: new Set(['7.3 7.5']),
  });
});

test('UP64 a pasted text that was edited is told from another one', () => {
  const text = '7.1 Plant trees\n7.2 Mend roads\n7.3 Open schools\n';
  expect(kinOf(text, text)).toBe('same');
  expect(kinOf(text, `${text}7.4 Build bridges\r\n`)).toBe('edited');
  expect(kinOf(text, '8.1 Plant trees\n8.2 Mend roads\n')).toBe('other');
  expect(kinOf(text, new Blob([text]))).toBe('other');
  const file = (at: number) => new File([text], 'list.txt', { lastModified: at });
  expect(kinOf(file(1), file(1))).toBe('same');
  expect(kinOf(file(1), file(2))).toBe('other');
});
