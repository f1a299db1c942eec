import type { OrganisationCount } from '../vote-parts.ts';
import { type Position, positions, type Tally, tallyOf } from './rules.ts';

/** The form under which two spellings of an organisation's name are the same: case and spaces do not count. */
export function organisationKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

/**
 * Counts each organisation once. `ballots` has one list for each organisation on the roll: the positions of those of its
 * people who have voted. It stands where all of them stand; agreeing with and without a reservation together are agreeing
 * with a reservation; any other difference makes it divided, and it is counted for no position.
 */
export function countOrganisations(ballots: readonly (readonly Position[])[]): OrganisationCount {
  const stands = ballots.map(standOf);
  const decided = stands.filter((stand) => isPosition(stand)).map((position) => ({ position }));
  return {
    tally: tallyOf(decided),
    divided: stands.filter((stand) => stand === 'divided').length,
    silent: stands.filter((stand) => stand === 'silent').length,
    organisations: ballots.length,
  };
}

/** The sum of several tallies. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = tallyOf([]);
  for (const tally of tallies) for (const position of positions) sum[position] += tally[position];
  return sum;
}

function standOf(taken: readonly Position[]): Position | 'divided' | 'silent' {
  const [first, ...others] = new Set(taken);
  if (first === undefined) return 'silent';
  if (others.length === 0) return first;
  const isInFavour = taken.every((position) => position === 'agree' || position === 'reservation');
  return isInFavour ? 'reservation' : 'divided';
}

function isPosition(stand: Position | 'divided' | 'silent'): stand is Position {
  return stand !== 'divided' && stand !== 'silent';
}
