import { timingSafeEqual } from 'node:crypto';
import type { CharterCopy, CopyLink, CopyLinks, MakeCopy } from '@board/shared/commands-charter';
import { type CopyId, newId, newSecret } from '@board/shared/ids';
import type { AdoptionRecord, VoteResult, VoteView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import type { SessionPerson } from '../ports.ts';
import { facilitating, hallQueue } from './hall.ts';
import { readBoard } from './live-readings.ts';
import { Refusal } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/** Makes a link to the adopted charter, in a closed workshop too: that is when it is sent around. */
export async function makeCopy(workshop: Workshop, by: SessionPerson, { label }: MakeCopy): Promise<CopyLink> {
  const isAllowed = (): void => {
    facilitating(workshop, by)();
    if (!workshop.state.adopted) throw new Refusal('charter-not-adopted');
    if (workshop.state.copies.size >= limits.charterCopies) throw new Refusal('too-large', 'copies');
  };
  isAllowed();
  return workshop.queues.run(hallQueue, by, async () => {
    const id = newId<CopyId>();
    await workshop.decide(by, isAllowed, { type: 'copy-made', copyId: id, key: newSecret(), label });
    return { id, ...workshop.state.copies.get(id)! };
  });
}

/** Revokes a link: its key opens nothing any more. */
export async function revokeCopy(workshop: Workshop, by: SessionPerson, copyId: CopyId): Promise<void> {
  const isAllowed = facilitating(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    if (!workshop.state.copies.has(copyId)) throw new Refusal('unknown-copy');
    await workshop.decide(by, isAllowed, { type: 'copy-revoked', copyId });
  });
}

/** The links that open something, for facilitators. */
export function listCopies(workshop: Workshop, by: SessionPerson): CopyLinks {
  facilitating(workshop, by)();
  return { copies: [...workshop.state.copies].map(([id, copy]) => ({ id, ...copy })) };
}

/** Throws `unknown-copy` when the key opens nothing. */
export function requireCopy({ state }: Workshop, key: string): void {
  const opens = [...state.copies.values()].some((copy) => isSame(copy.key, key));
  if (!opens || !state.adopted) throw new Refusal('unknown-copy');
}

/** The adopted charter as a link opens it. */
export async function charterCopy(workshop: Workshop): Promise<CharterCopy> {
  const { adopted, demonstration } = workshop.state;
  if (!adopted) throw new Refusal('unknown-copy');
  const { title, country, cycle } = await workshop.rooms.read('board', readBoard);
  return {
    workshop: { title, country, cycle, demonstration },
    record: withoutNames(adopted),
    leftOut: adopted.leftOut?.length ?? 0,
  };
}

/**
 * A record as strangers may read it: the words, the votes that adopted them in numbers, and the lines that were written for
 * the record. No person, no organisation, no roll by group, no other remark and no earlier round. Each part is picked by
 * name, so that whatever a record holds in future stays inside until somebody has thought about it.
 */
function withoutNames(record: AdoptionRecord): AdoptionRecord {
  return {
    adoptedAt: record.adoptedAt,
    preamble: record.preamble,
    items: record.items.map(({ id, text, groupName, fingerprint }) => ({
      ...(id === undefined ? {} : { id }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...{ text, groupName },
    })),
    closing: record.closing,
    fingerprint: record.fingerprint,
    votes: record.votes.map(voteWithoutNames),
    rounds: record.votes.map(({ id }) => id),
    roll: { groups: [], organisations: [] },
  };
}

function voteWithoutNames(vote: VoteView): VoteView {
  const { id, scope, words, fingerprint, rule, quorum, secrecy, openedAt, rollSize, turnout, byHand, result } = vote;
  return {
    ...{ id, scope, words, fingerprint, rule, quorum, secrecy, openedAt, rollSize, turnout, byHand },
    stale: false,
    roll: { groups: [], organisations: 0, byHand: vote.roll.byHand, absent: 0, note: '' },
    slotMinutes: 0,
    slotUntil: null,
    result: result && resultWithoutNames(result),
  };
}

function resultWithoutNames({ closedAt, tally, outcome, remarks, lifted }: VoteResult): VoteResult {
  const notes = remarks.filter(({ position }) => position === 'stand-aside');
  return {
    ...{ closedAt, tally, outcome },
    remarks: notes.map(({ position, text }) => ({ position, text })),
    ...(lifted === undefined ? {} : { lifted }),
  };
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
