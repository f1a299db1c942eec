import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type DocumentName, groupDocument } from '@board/shared/ids';
import type { AdoptionRecord } from '@board/shared/live-view';
import { wholeText } from '@board/shared/model/charter';
import { limits } from '@board/shared/protocol/limits';
import type { CommentPart, GroupPart, VotePart, WorkshopFile } from '@board/shared/workshop-file/parts';
import type { TogetherPart } from '@board/shared/workshop-file/parts-decided';
import { documentsOf } from '@board/shared/workshop-file/write-documents';
import * as Y from 'yjs';
import { countStructs } from '../room/document-size.ts';
import type { Decision } from './decisions.ts';
import { Refusal } from './refusal.ts';
import type { Seed } from './seed.ts';
import { contentDecisions, hallDecisions } from './taken-up-decided.ts';

/**
 * What a workshop starts with that is taken up from a file. The file has passed its schema; here it is asked whether the
 * words are those that were adopted and voted on, and whether each document is one that a room can hold. `now`: milliseconds
 * since 1970. It takes seconds where the file is large.
 * Throws `bad-request` and `too-large`.
 */
export function takenUpSeed(file: WorkshopFile, now: number): Seed {
  const { adopted, votes } = file;
  for (const vote of [...votes, ...(adopted?.votes ?? [])]) checkVote(vote);
  if (adopted) checkRecord(adopted);
  for (const { id, strategy } of file.groups)
    if (piecesIn(strategy) > limits.structsPerDocument) throw new Refusal('too-large', groupDocument(id));
  if (piecesIn(file.charter) > limits.structsPerDocument) throw new Refusal('too-large', 'charter');
  const documents = new Map<DocumentName, Uint8Array>();
  for (const [name, doc] of documentsOf(file)) {
    const state = Y.encodeStateAsUpdate(doc);
    const isTooLarge = countStructs(doc) > limits.structsPerDocument || state.byteLength > limits.documentBytes;
    if (isTooLarge) throw new Refusal('too-large', name);
    documents.set(name, state);
  }
  const { title, country, cycle } = file.workshop;
  const decisions = decisionsOf(file, now);
  const groups = file.groups.map(({ id, name }) => ({ id, name }));
  return { title, country, cycle, groups, demonstration: false, documents, decisions };
}

function decisionsOf(
  { groups, votes, adopted, comments, together, decided, workshop }: WorkshopFile,
  now: number,
): Decision[] {
  const { stage } = workshop;
  const step = decided?.step ?? null;
  return [
    ...groups.flatMap(groupDecisions),
    ...votes.flatMap(voteDecisions),
    ...(adopted ? [{ type: 'charter-adopted', record: adopted } as const] : []),
    ...comments.map(commentDecision),
    ...together.flatMap(togetherDecisions),
    ...(decided ? contentDecisions(decided) : []),
    ...(stage === 'lobby' && step === null
      ? []
      : [{ type: 'stage-set', stage, ...(step !== null && { step }) } as const]),
    ...(decided ? hallDecisions(decided, now) : []),
  ];
}

/** Lists and objects in a part of a file: a document that is made of it has about as many structs, so that one which is far too large is not even made. */
function piecesIn(part: unknown): number {
  if (part === null || typeof part !== 'object') return 0;
  return Object.values(part).reduce<number>((sum, inner) => sum + piecesIn(inner), 1);
}

/** A record or a vote that somebody has changed a word of says something else than its fingerprint. */
function checkVote({ words, fingerprint: of }: VotePart): void {
  if (fingerprint(words) !== of) throw new Refusal('bad-request', 'votes');
}

function checkRecord({ preamble, items, closing, leftOut = [], fingerprint: of }: AdoptionRecord): void {
  const areLeftOut = leftOut.every((item) => fingerprint(item.text) === item.fingerprint);
  if (!areLeftOut || fingerprint(wholeText({ preamble, items, closing })) !== of)
    throw new Refusal('bad-request', 'adopted');
}

function groupDecisions({ id: groupId, open, keptClosed, presented }: GroupPart): Decision[] {
  const isAsCreated = open === null && !keptClosed && !presented;
  return isAsCreated ? [] : [{ type: 'group-changed', groupId, open, presented, keptClosed }];
}

/** Nobody who voted then is known here: the roll is a number. */
function voteDecisions(view: VotePart): Decision[] {
  const { turnout, byHand, result, stale: _, slotUntil: __, byGroup: ___, ...vote } = view;
  const opened: Decision = { type: 'vote-opened', vote, roll: [] };
  return result ? [opened, { type: 'vote-closed', voteId: vote.id, turnout, byHand, result, slotUntil: null }] : [];
}

function commentDecision({
  id: commentId,
  heard,
  name,
  at,
  editedAt,
  removedBy,
  resolved,
  ...said
}: CommentPart): Decision {
  return {
    type: 'comment-added',
    commentId,
    ...said,
    ...(heard ? { heard: { kind: heard, author: null } } : {}),
    elsewhere: { name, at, editedAt, removedBy, resolved },
  };
}

function togetherDecisions({ id: togetherId, rows, agreed }: TogetherPart): Decision[] {
  const asked: Decision = { type: 'together-asked', togetherId, rows };
  return agreed ? [asked, { type: 'together-agreed', togetherId }] : [asked];
}
