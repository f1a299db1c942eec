import type { AmendmentId, CharterItemId, FeedbackId, MessageId, PresentationId, StepId } from '../ids.ts';
import { newId } from '../ids.ts';
import type { GroupPart } from './parts.ts';
import type { DecidedPart, FeedbackPart } from './parts-decided.ts';

/** What was decided beside the documents, without names and without anything that has not ended. */
export function decidedFor(step: StepId, item: CharterItemId, [group, ...others]: readonly GroupPart[]): DecidedPart {
  const other = others.at(-1) ?? group!;
  const row = group!.strategy!.rows[0]!;
  const presentation = newId<PresentationId>();
  const piece = (said: Partial<FeedbackPart>): FeedbackPart => ({
    id: newId<FeedbackId>(),
    presentationId: presentation,
    kind: 'question',
    text: 'Who pays?',
    row: row.id,
    name: '',
    isNameless: false,
    hidden: false,
    starred: false,
    takenUp: false,
    handedOver: false,
    ...said,
  });
  const at = 1_800_000_300_000;
  const words = { name: '', before: 'We will watch every trial.' };
  return {
    step,
    timer: null,
    messages: [
      { id: newId<MessageId>(), kind: 'call', to: null, at, text: '' },
      { id: newId<MessageId>(), kind: 'words', to: other.id, at: at + 1, text: 'Ten minutes left' },
    ],
    screen: { shows: 'group', group: group!.id, page: 2, look: 'dark', language: 'km' },
    overlaps: [{ kind: 'target', of: '16.3', choice: 'share' }],
    amendments: [
      { id: newId<AmendmentId>(), place: item, at, ...words, text: 'We watch.', shown: true, settled: null },
      {
        id: newId<AmendmentId>(),
        place: 'preamble',
        at,
        ...words,
        text: 'We, the people',
        shown: false,
        settled: { how: 'declined', at: at + 2, word: 'Too long' },
      },
    ],
    presentations: [
      {
        id: presentation,
        groupId: group!.id,
        feedback: 'nameless',
        inView: { row: row.id, action: row.actions[0]!.id },
        isOver: true,
      },
      {
        id: newId<PresentationId>(),
        groupId: other.id,
        feedback: 'named',
        inView: { row: null, action: null },
        isOver: false,
      },
    ],
    feedback: [
      piece({ starred: true, handedOver: true }),
      piece({ text: 'Well done', kind: 'support', row: null, isNameless: true, takenUp: true }),
      piece({ text: 'Rude', isNameless: true, hidden: true }),
    ],
    people: [],
  };
}
