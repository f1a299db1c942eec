import type {
  AmendmentAuthors,
  DeclineAmendment,
  ProposeAmendment,
  ShowAmendment,
  TakeAmendment,
} from '@board/shared/commands-charter';
import { fingerprint } from '@board/shared/consensus/fingerprint';
import type { AmendmentId, CharterItemId, PersonId } from '@board/shared/ids';
import { type CharterPlace, charterPart, isCharterPart, itemFragment } from '@board/shared/model/charter';
import { rewordItem } from '@board/shared/model/charter-edits';
import { reword } from '@board/shared/model/plain-edit';
import { tidyText } from '@board/shared/model/read';
import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import * as Y from 'yjs';
import type { Clock, SessionPerson } from '../ports.ts';
import { type CharterTexts, placeNow, readTexts, standing, these } from './amended-places.ts';
import type { AmendmentState, Amendments } from './amendments-fold.ts';
import type { Decision } from './decisions.ts';
import { decidingOnCharter, hallQueue } from './hall.ts';
import { writeFor } from './hand.ts';
import { demand, Refusal } from './refusal.ts';
import type { Permission, Workshop } from './workshop.ts';

/**
 * Other words that members propose for the charter. What is decided about them goes through the hall's queue, like votes and
 * the adoption: a charter that has just been adopted takes none.
 */

/** Proposes other words for those that stand. Sent again under the same id it is the same amendment; an earlier open one of the same person to the same text is withdrawn by it. */
export async function proposeAmendment(
  workshop: Workshop,
  by: SessionPerson,
  command: ProposeAmendment,
): Promise<void> {
  const isAllowed = (): void => demand(can(by, { do: 'amend' }, workshop.rights()));
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    isAllowed();
    const { id, place } = command;
    const all = [...workshop.state.amendments.byId.values()];
    const known = all.find((one) => one.id === id);
    if (known && known.author !== by.id) throw new Refusal('not-your-amendment');
    if (known) return;
    const own = all.filter(({ author }) => author === by.id);
    requireRoom(workshop, all, own);
    const texts = await workshop.rooms.read('charter', readTexts);
    const before = wordsSeen(texts, command);
    const text = tidyText(command.text);
    if (fingerprint(before) === fingerprint(text)) throw new Refusal('same-words', 'text');
    const earlier = openTo(texts, own, place);
    await workshop.decide(
      by,
      isAllowed,
      ...earlier.map((one) => ({ type: 'amendment-withdrawn', amendmentId: one.id }) as const),
      { type: 'amendment-proposed', amendmentId: id, place, before, text },
    );
  });
}

/** Takes one's own amendment back; its words are then told to nobody. What is withdrawn already is left. */
export async function withdrawAmendment(workshop: Workshop, by: SessionPerson, id: AmendmentId): Promise<void> {
  await workshop.queues.run(hallQueue, by, async () => {
    const one = found(workshop, id);
    const isAllowed = (): void => demand(can(by, { do: 'withdraw-amendment', author: one.author }, workshop.rights()));
    isAllowed();
    if (one.settled?.how === 'withdrawn') return;
    if (one.settled) throw new Refusal('amendment-settled');
    await workshop.decide(by, isAllowed, { type: 'amendment-withdrawn', amendmentId: id });
  });
}

/** Takes an amendment: puts its words in the place of those that it was made for, and notes the decision. */
export async function takeAmendment(
  workshop: Workshop,
  by: SessionPerson,
  id: AmendmentId,
  { byHand = false }: TakeAmendment,
): Promise<void> {
  await settling(workshop, by, async (isAllowed) => {
    const { place, before, text } = open(workshop, id);
    if (!byHand) await putWords(workshop, by, place, before, text);
    await workshop.decide(by, isAllowed, { type: 'amendment-taken', amendmentId: id, byHand });
  });
}

/** Declines an amendment, with a word for everybody. */
export async function declineAmendment(
  workshop: Workshop,
  by: SessionPerson,
  id: AmendmentId,
  { word }: DeclineAmendment,
): Promise<void> {
  await settling(workshop, by, async (isAllowed) => {
    open(workshop, id);
    await workshop.decide(by, isAllowed, { type: 'amendment-declined', amendmentId: id, word });
  });
}

/** Takes a decision on an amendment back. Words that were put in go out again, unless somebody has changed them since: `wording-changed`. */
export async function putBackAmendment(workshop: Workshop, by: SessionPerson, id: AmendmentId): Promise<void> {
  await settling(workshop, by, async (isAllowed) => {
    const { place, before, text, settled } = found(workshop, id);
    if (settled === null) return;
    if (settled.how === 'withdrawn') throw new Refusal('unknown-amendment');
    await requireLast(workshop, found(workshop, id));
    if (settled.how === 'taken') await putWords(workshop, by, place, text, before);
    await workshop.decide(by, isAllowed, { type: 'amendment-put-back', amendmentId: id });
  });
}

/** Shows an open amendment to the hall, or none. */
export async function showAmendment(workshop: Workshop, by: SessionPerson, { id }: ShowAmendment): Promise<void> {
  await settling(workshop, by, async (isAllowed) => {
    if (id !== null) open(workshop, id);
    if (workshop.state.amendments.shown === id) return;
    await workshop.decide(by, isAllowed, { type: 'amendment-shown', amendmentId: id });
  });
}

/** Whose amendments they are: all for facilitators, for everybody else their own. */
export function amendmentAuthors(workshop: Workshop, by: SessionPerson): AmendmentAuthors {
  const { amendments, names, people } = workshop.state;
  const isHost = can(by, { do: 'facilitate' }, workshop.rights()).allowed;
  const authors = [...amendments.byId.values()]
    .filter(({ author, settled }) => settled?.how !== 'withdrawn' && (isHost || author === by.id))
    .map(({ id, author, elsewhere = '' }) => ({
      id,
      name: author === null ? elsewhere : (names.get(author) ?? ''),
      groupId: author === null ? null : (people.get(author)?.groupId ?? null),
    }));
  return { authors };
}

/** Decisions that withdraw every open amendment of a person. */
export function withdrawalsOf({ byId }: Amendments, person: PersonId): Decision[] {
  return [...byId.values()].flatMap(({ id, author, settled }): Decision[] =>
    author === person && settled === null ? [{ type: 'amendment-withdrawn', amendmentId: id }] : [],
  );
}

/**
 * Throws `amendments-spent` or `list-full`. What facilitators have settled takes up no room. What was withdrawn does once there
 * is very much of it by people who are in, and then for those only who have proposed more than a few.
 */
function requireRoom({ state }: Workshop, all: readonly AmendmentState[], own: readonly AmendmentState[]): void {
  if (own.length >= limits.amendmentsPerPerson) throw new Refusal('amendments-spent');
  const open = all.filter(({ settled }) => settled === null);
  const withdrawn = all.filter(
    ({ settled, author }) => settled?.how === 'withdrawn' && author !== null && state.people.has(author),
  );
  const isSpent = withdrawn.length >= limits.withdrawnAmendments && own.length >= limits.fewAmendments;
  if (isSpent || open.length >= limits.openAmendments) throw new Refusal('list-full', 'amendments');
}

/** Runs what a facilitator decides, as long as the charter is not final. */
async function settling(
  workshop: Workshop,
  by: SessionPerson,
  decide: (isAllowed: Permission) => Promise<void>,
): Promise<void> {
  const isAllowed = decidingOnCharter(workshop, by);
  isAllowed();
  await workshop.queues.run(hallQueue, by, async () => {
    isAllowed();
    await decide(isAllowed);
  });
}

/** Puts words in the place of others, if those stand: everything that was typed before is looked at. Words that stand already are left. */
async function putWords(
  workshop: Workshop,
  by: SessionPerson,
  place: CharterPlace,
  from: string,
  to: string,
): Promise<void> {
  const made = await workshop.rooms.still('charter', async (doc) => rewordingUpdate(doc, place, from, to));
  if (!made.ok) throw new Refusal(made.problem);
  if (made.value) await within(workshop.clock, writeFor(by, workshop, 'charter', made.value));
}

/** Milliseconds that a disk may take. A room keeps what a full disk refuses, and the hall's queue must not wait as long as that. */
const diskPatience = 3_000;

/** Throws `not-stored` when something takes too long. It may still be done later: then the words stand, and the amendment is open. */
async function within(clock: Clock, doing: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<never>();
  const callOff = clock.after(diskPatience, () => over.reject(new Refusal('not-stored')));
  try {
    await Promise.race([doing, over.promise]);
  } finally {
    callOff();
  }
}

function rewordingUpdate(charter: Y.Doc, place: CharterPlace, from: string, to: string): Uint8Array | null {
  const texts = readTexts(charter);
  if (standing(texts, place, these(to)) !== null) return null;
  const at = standing(texts, place, these(from));
  if (at === null) throw new Refusal('wording-changed');
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(charter));
  const before = Y.encodeStateVector(copy);
  if (isCharterPart(place)) reword(charterPart(copy, place), to);
  else if (at === 'whole') rewordItem(copy, place, to);
  else rewordPart(copy, at.part, to);
  return Y.encodeStateAsUpdate(copy, before);
}

function rewordPart(charter: Y.Doc, part: CharterItemId, words: string): void {
  const text = itemFragment(charter, part);
  if (text) reword(text, words);
}

/** The words that stand where somebody has seen them. */
function wordsSeen(texts: CharterTexts, { place, fingerprint: seen }: ProposeAmendment): string {
  const at = standing(texts, place, (words) => fingerprint(words) === seen);
  if (at !== null && at !== 'whole') return at.text;
  const words = isCharterPart(place) ? texts[place] : texts.items.find(({ id }) => id === place)?.text;
  if (words === undefined && !texts.merged.has(place as CharterItemId)) throw new Refusal('unknown-item', 'place');
  if (at === null || words === undefined) throw new Refusal('wording-changed');
  return words;
}

/** The open ones among somebody's own for a text, whichever item had it when they were made. */
function openTo(texts: CharterTexts, own: readonly AmendmentState[], place: CharterPlace): AmendmentState[] {
  const now = placeNow(texts, place);
  return own.filter((one) => one.settled === null && placeNow(texts, one.place) === now);
}

/** Throws `newer-amendment` when its author has proposed something else for the same text since, which is open. */
async function requireLast(workshop: Workshop, { author, place }: AmendmentState): Promise<void> {
  if (author === null) return;
  const texts = await workshop.rooms.read('charter', readTexts);
  const own = [...workshop.state.amendments.byId.values()].filter((one) => one.author === author);
  if (openTo(texts, own, place).length > 0) throw new Refusal('newer-amendment');
}

function open(workshop: Workshop, id: AmendmentId): AmendmentState {
  const one = found(workshop, id);
  if (one.settled?.how === 'withdrawn') throw new Refusal('unknown-amendment');
  if (one.settled) throw new Refusal('amendment-settled');
  return one;
}

function found(workshop: Workshop, id: AmendmentId): AmendmentState {
  const one = workshop.state.amendments.byId.get(id);
  if (!one) throw new Refusal('unknown-amendment');
  return one;
}
