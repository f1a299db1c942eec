import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOrganisations, organisationKey } from './organisations.ts';
import { positions, turnoutOf } from './rules.ts';

test('VO65 an organisation counts once, where all its people stand; else it is divided, without a ballot it is silent', () => {
  const count = countOrganisations([
    ['agree', 'agree', 'agree'],
    ['agree', 'reservation'],
    ['agree', 'block'],
    ['stand-aside'],
    ['block', 'block'],
    ['reservation', 'stand-aside'],
    [],
  ]);
  expect(count).toEqual({
    tally: { agree: 1, reservation: 1, 'stand-aside': 1, block: 1 },
    divided: 2,
    silent: 1,
    organisations: 7,
  });
});

test('VO65 every organisation is counted exactly once, whatever its people do', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...positions), { maxLength: 5 }), { maxLength: 30 }), (ballots) => {
      const { tally, divided, silent, organisations } = countOrganisations(ballots);
      expect(turnoutOf(tally) + divided + silent).toBe(organisations);
    }),
  );
});

test('VO65 the same name with other capitals and spaces is the same organisation', () => {
  expect(organisationKey('  Rights  NOW ')).toBe(organisationKey('rights now'));
  expect(organisationKey('Droits de l’Homme')).not.toBe(organisationKey('Droits de la Femme'));
});
