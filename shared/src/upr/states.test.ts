import { expect, test } from 'vitest';
import { stateAliases } from './state-aliases.ts';
import { loadStateNames } from './state-names.ts';
import { isStateCode, resolveState, stateCodes } from './states.ts';

test('UP3 names are read whatever their case, accents, apostrophes and articles', () => {
  for (const name of ['Côte d’Ivoire', "Cote d'Ivoire", 'CÔTE D‘IVOIRE', 'Ivory Coast'])
    expect(resolveState(name)).toBe('CIV');
  for (const name of ['The Gambia', 'gambia', 'Republic of the Gambia']) expect(resolveState(name)).toBe('GMB');
  for (const name of ['St. Kitts & Nevis', 'Saint Kitts and Nevis', 'St Kitts and Nevis'])
    expect(resolveState(name)).toBe('KNA');
  for (const name of ['Viet Nam', 'Vietnam', 'VIET\u00a0NAM', 'Vi\u0065\u0302t Nam'])
    expect(resolveState(name)).toBe('VNM');
});

test('UP3 long forms are read in both orders', () => {
  const same: Record<string, string[]> = {
    BOL: ['Bolivia (Plurinational State of)', 'Plurinational State of Bolivia', 'Bolivia'],
    VEN: [
      'Venezuela (Bolivarian Republic of)',
      'Bolivarian Republic of Venezuela',
      'Venezuela, Bolivarian Republic of',
    ],
    IRN: ['Iran (Islamic Republic of)', 'Islamic Republic of Iran', 'Iran'],
    NLD: ['Kingdom of the Netherlands', 'Netherlands (Kingdom of the)', 'The Netherlands'],
    TUR: ['Türkiye', 'Turkey', 'Turkiye'],
    CPV: ['Cabo Verde', 'Cape Verde'],
    SWZ: ['Eswatini', 'Swaziland', 'Kingdom of Eswatini'],
    USA: ['United States', 'United States of America', 'USA'],
    PRK: ['DPR Korea', 'Democratic People’s Republic of Korea', "Democratic People's Republic of Korea"],
    KOR: ['Republic of Korea', 'Korea (Republic of)', 'South Korea'],
    COD: ['Democratic Republic of the Congo', 'Congo, Democratic Republic of the'],
    COG: ['Congo', 'Republic of the Congo'],
  };
  for (const [code, names] of Object.entries(same))
    for (const name of names) expect([name, resolveState(name)]).toEqual([name, code]);
});

test('UP3 what is no State is not guessed at', () => {
  for (const name of [
    'Korea',
    'Republic of',
    'Republic of China',
    'Samora',
    'CRPD',
    'constructor',
    '',
    'Frnace',
    'x'.repeat(5000),
  ])
    expect([name, resolveState(name)]).toEqual([name, null]);
});

test('UP3 no spelling leads to two States', () => {
  for (const [code, aliases] of Object.entries(stateAliases)) {
    expect(isStateCode(code)).toBe(true);
    for (const alias of aliases) expect([alias, resolveState(alias)]).toEqual([alias, code]);
  }
});

test('UP4 all 195 States have a name in five languages, and another language gets English', async () => {
  expect(stateCodes).toHaveLength(195);
  for (const language of ['en', 'km', 'fr', 'es', 'ar']) {
    const nameOf = await loadStateNames(language);
    const names = stateCodes.map(nameOf);
    expect(new Set(names).size).toBe(195);
    expect(names.filter((name) => stateCodes.includes(name))).toEqual([]);
  }
  expect((await loadStateNames('fr-CA'))('DEU')).toBe('Allemagne');
  expect((await loadStateNames('xx'))('DEU')).toBe('Germany');
  expect((await loadStateNames('km'))('KHM')).toBe('កម្ពុជា');
});

test('UP4 a name that is no code is shown as it was printed', async () => {
  const nameOf = await loadStateNames('en');
  expect(nameOf('Samora')).toBe('Samora');
  expect(nameOf('toString')).toBe('toString');
  for (const code of stateCodes) expect(resolveState(nameOf(code))).toBe(code);
});
