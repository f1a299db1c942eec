import type { GroupId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import { knownPartners, nameBegun, offeredPartners } from './partner-names.ts';

const own = [{ actions: [{ partners: 'River Watch' }] }] as unknown as StrategyRow[];
const named = {
  ['g1' as GroupId]: ['RIVER WATCH', 'Réseau des juristes'],
  ['g2' as GroupId]: ['Bar Association', 'Association of Midwives'],
};

test('ST68 names are known once, the own group’s way of writing first', () => {
  expect(knownPartners(own, named)).toEqual([
    'River Watch',
    'Réseau des juristes',
    'Bar Association',
    'Association of Midwives',
  ]);
});

test('ST68 what is being written is completed whatever its case and accents, and never with what is there already', () => {
  const known = knownPartners(own, named);
  expect(nameBegun('River Watch; res')).toBe('res');
  expect(offeredPartners(known, 'River Watch; res', 'River Watch; res')).toEqual(['Réseau des juristes']);
  expect(offeredPartners(known, 'ASSO', 'ASSO')).toEqual(['Association of Midwives', 'Bar Association']);
  expect(offeredPartners(known, 'Bar Association', 'Bar Association')).toEqual([]);
  expect(offeredPartners(known, 'River Watch, ', 'River Watch, ')).not.toContain('River Watch');
  expect(offeredPartners(known, '', '').length).toBe(4);
  expect(offeredPartners(known, 'xyz', 'xyz')).toEqual([]);
});
