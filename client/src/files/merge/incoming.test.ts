import { expect, test } from 'vitest';
import { previewLines, withPosition } from '../import/preview.ts';
import { readInput } from '../import/readers.ts';
import { claimedTwice, incomingOf } from './incoming.ts';
import { orderOf } from './order.ts';
import { planMerge } from './plan.ts';

async function read(text: string) {
  const answer = await readInput({ text });
  if (!answer.ok) throw new Error(answer.problem);
  return { found: answer.value, lines: previewLines(answer.value) };
}

test('ME34 a text that is empty takes no other text’s place in its language, and two texts in one language are told', async () => {
  const { found, lines } = await read(
    'No,Recommendation (English),Recommendation (French),State\n1.1,Mend the roads,Réparer les routes,Peru\n1.2,,Ouvrir les tribunaux,Chad',
  );
  const texts = (language: string) => incomingOf(lines, found, language).map(({ text }) => text);
  expect(texts('en')).toEqual([
    { en: 'Mend the roads', fr: 'Réparer les routes' },
    { en: '', fr: 'Ouvrir les tribunaux' },
  ]);
  expect(texts('fr')).toEqual([{ fr: 'Mend the roads' }, { fr: 'Ouvrir les tribunaux' }]);
  expect([claimedTwice(lines, 'en'), claimedTwice(lines, 'fr')]).toEqual([0, 1]);
});

test('ME4 a position that somebody has chosen in the preview is by hand, “pending” too', async () => {
  const { found, lines } = await read(
    'No,Recommendation,State,Position\n1.1,Mend the roads,Peru,Half and half\n1.2,Rest,Chad,Noted',
  );
  const chosen = lines.map((line) => (line.number === '1.1' ? withPosition(line, 'pending') : line));
  const list = incomingOf(chosen, found, 'en');
  expect(list.map(({ position, byHand }) => [position, byHand])).toEqual([
    ['pending', ['position']],
    ['noted', []],
  ]);
  const there = { id: 'a', number: '1.1', text: { en: 'Mend the roads' }, states: ['PER'], themes: [], source: '' };
  const catalogue = [{ ...there, position: 'supported' }] as unknown as Parameters<typeof planMerge>[0];
  expect(orderOf(planMerge(catalogue, list), new Map()).changes).toEqual([
    { id: 'a', field: 'position', value: 'pending', byHand: true },
  ]);
});
