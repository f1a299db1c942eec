import type { AdoptionRecord, CharterItemView, VoteView } from '@board/shared/live-view';
import type { LeftOutItem } from '@board/shared/vote-parts';
import { type CharterReading, readCharter, withoutItems } from './charter-reading.ts';
import type { Decision } from './decisions.ts';
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

/** An item that the charter is adopted without. */
export interface LeftOut {
  item: CharterReading['items'][number];
  status: CharterItemView['status'];
}

/** How the charter is adopted by these votes, with the words that stand but for those of the items that are left out. */
export async function adoptionRecord(
  workshop: Workshop,
  charter: CharterReading,
  votes: VoteView[],
  adoptedAt: number,
  leftOut: readonly LeftOut[] = [],
): Promise<AdoptionRecord> {
  const { groups } = await workshop.rooms.read('board', readBoard);
  const names = new Map(groups.map((group) => [group.id, group.name]));
  const adopting = new Set(votes.map(({ id }) => id));
  const all = [...workshop.state.votes.values()];
  const rounds = all.filter(({ vote, closed }) => closed || adopting.has(vote.id)).map(({ vote }) => vote.id);
  const last = all.findLast(({ vote }) => adopting.has(vote.id));
  const recorded = ({ id, text, sources, fingerprint }: LeftOut['item']) => ({
    ...{ id, text, fingerprint },
    groupName: [...new Set(sources.map(({ groupId }) => names.get(groupId) ?? ''))].filter(Boolean).join(' · '),
  });
  const stands = withoutItems(charter, new Set(leftOut.map(({ item }) => item.id)));
  const left = leftOut.map(({ item, status }) => ({ ...recorded(item), standing: standingOf(status) }));
  return {
    adoptedAt,
    preamble: charter.preamble,
    items: stands.items.map(recorded),
    closing: charter.closing,
    fingerprint: stands.allFingerprint,
    ...(left.length > 0 ? { leftOut: left } : {}),
    votes,
    rounds,
    roll: {
      groups: last?.vote.roll.groups ?? [],
      organisations: (last?.organisations ?? []).map(({ name, people }) => ({ name, people: people.length })),
    },
  };
}

/** The decision that adopts by this record; none without one. */
export function adopted(record: AdoptionRecord | null): Decision[] {
  return record ? [{ type: 'charter-adopted', record }] : [];
}

function standingOf(status: CharterItemView['status']): LeftOutItem['standing'] {
  return status === 'not-adopted' || status === 'stale' ? status : 'draft';
}
