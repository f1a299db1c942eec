import { expect, test } from 'vitest';
import { foldName, mostPartners, partnerNames, partnersOf } from './partners.ts';
import type { StrategyRow } from './strategy.ts';

const rows = (...cells: string[]) => [{ actions: cells.map((partners) => ({ partners })) }] as unknown as StrategyRow[];

test('ST66 partners are told apart by commas, semicolons and lines; the same name in another case or without accents is one', () => {
  expect(partnersOf(rows('Réseau des juristes; Bar Association', 'RESEAU DES JURISTES, River Watch'))).toEqual([
    'Réseau des juristes',
    'Bar Association',
    'River Watch',
  ]);
  expect(partnerNames('– Legal Aid Office.\nشبكة النساء، Youth Forum')).toEqual([
    'Legal Aid Office',
    'شبكة النساء',
    'Youth Forum',
  ]);
  expect(foldName('  Côte  Verte ')).toBe('cote verte');
});

test('ST66 what looks like a person, a number or no name is not passed on, and a summary has an end', () => {
  expect(partnerNames('Ms Sok Example, office@example.org, 012 345 678, លោក សុខ, a, Dr. Who')).toEqual([]);
  expect(partnerNames('x'.repeat(61))).toEqual([]);
  const many = Array.from({ length: 100 }, (_, index) => `Network ${index}`).join(', ');
  expect(partnersOf(rows(many)).length).toBe(mostPartners);
});
