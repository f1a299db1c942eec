import type { AdoptionRecord, VoteView } from '@board/shared/live-view';
import { type CharterReading, readCharter } from './charter-reading.ts';
import { readBoard } from './live-readings.ts';
import { Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** Decides on the charter while nobody changes it: what is adopted must be what stands afterwards. Throws `not-stored`. */
export async function onStillCharter<Value>(
  workshop: Workshop,
  decide: (charter: CharterReading) => Promise<Value>,
): Promise<Value> {
  const decided = await workshop.rooms.still('charter', (doc) => decide(readCharter(doc)));
  if (!decided.ok) throw new Refusal(decided.problem);
  return decided.value;
}

/** How the charter is adopted by these votes, with the words that stand. */
export async function adoptionRecord(
  workshop: Workshop,
  charter: CharterReading,
  votes: VoteView[],
  adoptedAt: number,
): Promise<AdoptionRecord> {
  const { groups } = await workshop.rooms.read('board', readBoard);
  const names = new Map(groups.map((group) => [group.id, group.name]));
  const adopting = new Set(votes.map(({ id }) => id));
  const all = [...workshop.state.votes.values()];
  const rounds = all.filter(({ vote, closed }) => closed || adopting.has(vote.id)).map(({ vote }) => vote.id);
  const last = all.findLast(({ vote }) => adopting.has(vote.id));
  return {
    adoptedAt,
    preamble: charter.preamble,
    items: charter.items.map(({ id, text, sources, fingerprint }) => ({
      ...{ id, text, fingerprint },
      groupName: [...new Set(sources.map(({ groupId }) => names.get(groupId) ?? ''))].filter(Boolean).join(' · '),
    })),
    closing: charter.closing,
    fingerprint: charter.allFingerprint,
    votes,
    rounds,
    roll: {
      groups: last?.vote.roll.groups ?? [],
      organisations: (last?.organisations ?? []).map(({ name, people }) => ({ name, people: people.length })),
    },
  };
}
