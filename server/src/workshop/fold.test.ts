import {
  type AmendmentId,
  type CommentId,
  type FeedbackId,
  type GroupId,
  groupDocument,
  type MessageId,
  newId,
  type PersonId,
  type PresentationId,
  type RowId,
  type StepId,
  type TogetherId,
  type VoteId,
  type WorkshopId,
} from '@board/shared/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, EntryBody } from '../ports.ts';
import type { Decision } from './decisions.ts';
import { fold, nothingDecided, type WorkshopState } from './fold.ts';

const groups = [newId<GroupId>(), newId<GroupId>()];
const people = Array.from({ length: 4 }, () => newId<PersonId>());
const votes = Array.from({ length: 2 }, () => newId<VoteId>());
const group = fc.constantFrom(...groups, newId<GroupId>());
const personId = fc.constantFrom(...people);
const text = fc.string({ maxLength: 5 });
const commentId = fc.constantFrom(newId<CommentId>(), newId<CommentId>());
const messageId = fc.constantFrom(newId<MessageId>(), newId<MessageId>());
const togetherId = fc.constantFrom(newId<TogetherId>(), newId<TogetherId>());
const amendmentId = fc.constantFrom(newId<AmendmentId>(), newId<AmendmentId>());
const presentationId = fc.constantFrom(newId<PresentationId>(), newId<PresentationId>());
const feedbackId = fc.constantFrom(newId<FeedbackId>(), newId<FeedbackId>());
const mode = fc.constantFrom('off', 'named', 'nameless');
const marks = { hidden: fc.boolean(), starred: fc.boolean(), takenUp: fc.boolean() };
const rowOfGroup = fc.record({ groupId: group, row: fc.constant(newId<RowId>()) });

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    type: fc.constant('person-joined'),
    personId,
    name: text,
    organisation: text,
    role: fc.constantFrom('member', 'facilitator'),
    groupId: fc.option(group),
    tokenHash: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  }),
  fc.record({
    type: fc.constant('person-changed'),
    personId,
    name: text,
    organisation: text,
    groupId: fc.option(group),
  }),
  fc.record({ type: fc.constant('person-removed'), personId }),
  fc.record({
    type: fc.constant('role-changed'),
    personId,
    role: fc.constantFrom('member', 'observer'),
    groupId: fc.option(group),
  }),
  fc.record({
    type: fc.constant('join-code-renewed'),
    joinCode: fc.constantFrom('AAAAAA', 'BBBBBB', 'CCCCCC'),
    endSessions: fc.boolean(),
  }),
  fc.record({ type: fc.constant('group-added'), groupId: group }),
  fc.record({
    type: fc.constant('group-changed'),
    groupId: group,
    open: fc.option(fc.boolean()),
    presented: fc.boolean(),
    keptClosed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('comment-added'),
    commentId,
    groupId: group,
    thread: commentId,
    row: fc.constant(newId<RowId>()),
    cell: fc.constant(null),
    recommendation: fc.constant(null),
    text,
  }),
  fc.record({ type: fc.constant('comment-edited'), commentId, text }),
  fc.record({ type: fc.constant('comment-removed'), commentId }),
  fc.record({ type: fc.constant('thread-resolved'), commentId, resolved: fc.boolean() }),
  fc.record({ type: fc.constant('together-asked'), togetherId, rows: fc.tuple(rowOfGroup, rowOfGroup) }),
  fc.record({ type: fc.constantFrom('together-agreed', 'together-ended'), togetherId }),
  fc.record({
    type: fc.constant('amendment-proposed'),
    amendmentId,
    place: fc.constantFrom('preamble', 'closing'),
    before: text,
    text,
  }),
  fc.record({ type: fc.constant('amendment-taken'), amendmentId, byHand: fc.boolean() }),
  fc.record({ type: fc.constant('amendment-declined'), amendmentId, word: text }),
  fc.record({ type: fc.constantFrom('amendment-withdrawn', 'amendment-put-back'), amendmentId }),
  fc.record({ type: fc.constant('amendment-shown'), amendmentId: fc.option(amendmentId) }),
  fc.record({ type: fc.constant('presentation-begun'), presentationId, groupId: group, feedback: mode }),
  fc.record({ type: fc.constant('presentation-changed'), presentationId, feedback: mode }),
  fc.record({
    type: fc.constant('presentation-turned'),
    presentationId,
    inView: fc.constant({ row: newId<RowId>(), action: null }),
  }),
  fc.record({
    type: fc.constant('presentation-ended'),
    presentationId,
    nameless: fc.array(fc.record({ id: feedbackId, kind: fc.constant('question'), text, ...marks, changes: fc.nat() })),
  }),
  fc.record({ type: fc.constant('rapporteur-named'), groupId: group, rapporteur: fc.option(personId) }),
  fc.record({
    type: fc.constant('feedback-given'),
    feedbackId,
    presentationId,
    kind: fc.constantFrom('question', 'support'),
    text,
    row: fc.constant(null),
  }),
  fc.record({ type: fc.constant('feedback-marked'), feedbackId, marks: fc.record(marks) }),
  fc.record({ type: fc.constant('feedback-handed-over'), feedbackIds: fc.array(feedbackId) }),
  fc.record({
    type: fc.constant('screen-set'),
    setting: fc.record({ shows: fc.constantFrom('stage', 'coverage'), page: fc.nat(3) }),
  }),
  fc.record({ type: fc.constant('wifi-set'), wifi: fc.option(fc.record({ name: text, password: text })) }),
  fc.record({
    type: fc.constant('overlap-decided'),
    kind: fc.constantFrom('target', 'partner'),
    of: fc.constantFrom('a', 'b'),
    choice: fc.option(fc.constantFrom('merge', 'keep')),
  }),
  fc.record(
    {
      type: fc.constant('stage-set'),
      stage: fc.constantFrom('lobby', 'plenary', 'closed'),
      step: fc.constant(newId<StepId>()),
    },
    { requiredKeys: ['type', 'stage'] },
  ),
  fc.record({
    type: fc.constant('timer-set'),
    timer: fc.option(fc.record({ startedAt: fc.nat(), endsAt: fc.nat() })),
  }),
  fc.record({
    type: fc.constant('message-sent'),
    messageId,
    kind: fc.constantFrom('words', 'call'),
    to: fc.option(group),
    text,
  }),
  fc.record({ type: fc.constant('message-taken-back'), messageId }),
  fc.record({
    type: fc.constant('vote-opened'),
    vote: fc.record({ id: fc.constantFrom(...votes), secrecy: fc.constantFrom('secret', 'open') }),
    roll: fc.uniqueArray(personId),
  }),
  fc.record({
    type: fc.constant('vote-closed'),
    voteId: fc.constantFrom(...votes),
    turnout: fc.nat(),
    result: fc.record({ closedAt: fc.nat(), tally: fc.record({ block: fc.nat(1) }) }),
  }),
) as fc.Arbitrary<Decision>;

const body: fc.Arbitrary<EntryBody> = fc.oneof(
  decision.map((one): EntryBody => ({ kind: 'decision', decision: one })),
  fc.nat(3).map(
    (generation): EntryBody => ({
      kind: 'document',
      document: groupDocument(groups[0]!),
      generation,
      state: new Uint8Array(),
    }),
  ),
  fc.constant<EntryBody>({ kind: 'update', document: 'board', generation: 1, update: new Uint8Array() }),
);
const entries = fc
  .array(body, { maxLength: 40 })
  .map((bodies) => bodies.map((one, index): Entry => ({ seq: index + 1, at: index, author: null, body: one })));

const plain = (state: WorkshopState): unknown =>
  JSON.parse(
    JSON.stringify(state, (_key, value) => (value instanceof Map || value instanceof Set ? [...value] : value)),
  );

test('LO34 A workshop is the fold of its log: the same in one piece or one by one, and the fold changes nothing that was there', () => {
  fc.assert(
    fc.property(entries, fc.nat(40), (list, cut) => {
      const before = fold(nothingDecided, list.slice(0, cut));
      const kept = plain(before);
      const after = fold(before, list.slice(cut));
      expect(plain(after)).toEqual(plain(fold(nothingDecided, list)));
      expect(plain(after)).toEqual(plain(list.reduce((state, entry) => fold(state, [entry]), nothingDecided)));
      expect(plain(before)).toEqual(kept);
      expect(plain(nothingDecided)).toMatchObject({ people: [], groups: [], votes: [], sessions: [] });
    }),
    { numRuns: 500 },
  );
});

test('LO34 Sessions belong to people who are there, whatever the order of decisions', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const state = fold(nothingDecided, list);
      for (const person of state.sessions.values()) expect(state.people.has(person)).toBe(true);
    }),
  );
});

test('LO34 A session is open or ended, a person here or away, a code in use or revoked, and never both', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const state = fold(nothingDecided, list);
      for (const hash of state.sessions.keys()) expect(state.ended.has(hash)).toBe(false);
      for (const person of state.lapsed.keys()) expect(state.people.has(person)).toBe(false);
      expect(state.formerCodes.has(state.joinCode)).toBe(false);
    }),
  );
});

test('LO34 What a workshop is created with is there, and every group starts as the stage says, and shown', () => {
  const created: Decision = {
    type: 'workshop-created',
    workshopId: newId<WorkshopId>(),
    joinCode: 'ABC234',
    facilitatorKeyHash: 'hash',
    demonstration: true,
    groups,
  };
  const state = fold(nothingDecided, [{ seq: 1, at: 7, author: null, body: { kind: 'decision', decision: created } }]);
  expect(state).toMatchObject({ id: created.workshopId, createdAt: 7, joinCode: 'ABC234', demonstration: true });
  expect([...state.groups]).toEqual(groups.map((id) => [id, { open: null, keptClosed: false, presented: false }]));
});

test('LO34 An amendment that was withdrawn keeps no words, whatever is decided about it later', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const { byId } = fold(nothingDecided, list).amendments;
      for (const { settled, text } of byId.values()) if (settled?.how === 'withdrawn') expect(text).toBe('');
    }),
  );
});

test('SC5 A new stage, a vote and an amendment that the hall looks at bring the screens back; other decisions do not', () => {
  const held: Decision = {
    type: 'screen-set',
    setting: { shows: 'coverage', group: null, page: 3, look: 'dark', language: 'km' },
  };
  const after = (decision: object) =>
    [held, decision as Decision].reduce(
      (state, one, at) => fold(state, [{ seq: at + 1, at, author: null, body: { kind: 'decision', decision: one } }]),
      nothingDecided,
    ).screen;
  const back = { shows: 'stage', page: 0, look: 'dark', language: 'km' };
  expect(after({ type: 'stage-set', stage: 'plenary' })).toMatchObject(back);
  expect(after({ type: 'vote-opened', vote: { id: votes[0] }, roll: [] })).toMatchObject(back);
  expect(after({ type: 'amendment-shown', amendmentId: newId<AmendmentId>() })).toMatchObject(back);
  const kept = { shows: 'coverage', page: 3 };
  expect(after({ type: 'amendment-shown', amendmentId: null })).toMatchObject(kept);
  expect(after({ type: 'group-added', groupId: groups[0] })).toMatchObject(kept);
});
