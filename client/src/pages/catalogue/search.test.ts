import type { Recommendation } from '@board/shared/model/catalogue';
import { expect, test } from 'vitest';
import { matches } from './search.ts';

const one = {
  number: '110.10',
  text: { en: 'Free primary schools', km: 'សិទ្ធិ\u200bកុមារ' },
  states: ['CIV'],
  themes: ['Education'],
} as unknown as Recommendation;
const nameOf = () => 'Côte d’Ivoire';
const finds = (query: string) => matches(one, query, nameOf);

test('UP73 the search looks at number, text in any language, State and theme, without case, accents and zero-width spaces', () => {
  for (const query of ['', '110.1', '110.10', '១១០.១', 'SCHOOLS', 'cote', 'educ free', 'សិទ្ធិកុមារ', 'សិទ្ធិ\u200bកុមារ'])
    expect(finds(query), query).toBe(true);
  for (const query of ['110.2', '10.10', 'schools water', 'velmora']) expect(finds(query), query).toBe(false);
});
