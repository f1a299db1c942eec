import { type GroupId, newId, type VoteId } from '@board/shared/ids';
import type { AdoptionRecord as Record, VoteView } from '@board/shared/live-view';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { createInstance } from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import { recordParts } from '../files/export/charter-record.ts';
import { testResources, testWords } from '../files/export/words.fixture.ts';
import { AdoptionRecord } from './adoption-record.tsx';

const tally = { agree: 3, reservation: 0, 'stand-aside': 0, block: 0 };
const group = { groupId: newId<GroupId>(), name: 'Fair trial', people: 7, byHand: 2 };

/** Two items: the second was voted on first, with three people; the first later, with nine, of whom one was away. */
function decided(): { file: WorkshopFile; record: Record } {
  const file = filledFile({ groups: 1, rows: 2 });
  const [base] = file.votes;
  const early: VoteView = {
    ...base!,
    ...{ id: newId<VoteId>(), openedAt: 1_000, rollSize: 3, secrecy: 'secret' },
    roll: { groups: [], organisations: 0, byHand: 0, absent: 1, note: 'On the bus' },
    result: { closedAt: 2_000, tally, outcome: 'adopted', remarks: [] },
  };
  const late: VoteView = {
    ...base!,
    ...{ id: newId<VoteId>(), openedAt: 3_000, rollSize: 9, secrecy: 'open' },
    roll: { groups: [group], organisations: 0, byHand: 2, absent: 2, note: 'Ill since noon' },
    result: {
      ...{ closedAt: 4_000, tally, outcome: 'adopted', remarks: [] },
      byGroup: { groups: [{ ...group, voted: 5 }], others: { people: 4, voted: 1 } },
      hands: [{ groupId: group.groupId, tally: { ...tally, agree: 2 } }],
      named: [{ person: 'Somebody', position: 'agree' }],
    },
  };
  const record: Record = {
    ...{ adoptedAt: 5_000, preamble: '', closing: '', fingerprint: 'f' },
    items: [{ text: 'One.', groupName: '' }],
    // In the charter's order.
    votes: [late, early],
    rounds: [early.id, late.id],
    roll: { groups: [group], organisations: [] },
  };
  return { file: { ...file, votes: [early, late] }, record };
}

async function onPage(record: Record): Promise<string> {
  const words = createInstance();
  await words
    .use(initReactI18next)
    .init({ lng: 'en', resources: testResources('en'), interpolation: { escapeValue: false } });
  const page = createElement(AdoptionRecord, { record, votes: {} });
  const markup = renderToStaticMarkup(createElement(I18nextProvider, { i18n: words }, page));
  return markup.replaceAll(/<\/(dt|th|td|p|dd|li)>/g, '\n').replaceAll(/<[^>]*>/g, '');
}

const inFile = async ({ file, record }: ReturnType<typeof decided>): Promise<string> =>
  recordParts(file, record, await testWords('en'))
    .map((part) => ('text' in part ? part.text : ''))
    .join('\n');

test('VO61 Each round of the record has its own roll, with who was not here and why, on the page and in files; the roll of all is that of the vote opened last', async () => {
  const made = decided();
  const early = 'On the roll: 3 people; of them without a phone: 0. Not here: 1 (On the bus).';
  const late = '9 people; of them without a phone: 2. Not here: 2 (Ill since noon).';
  for (const text of [await onPage(made.record), await inFile(made)]) {
    expect(text).toContain(early);
    expect(text.split(late)).toHaveLength(3);
    expect(text.indexOf(late)).toBeLessThan(text.indexOf(early));
  }
});

test('VO78 The record has an open vote by group and its shows of hands, in the same words on the page and in files', async () => {
  const made = decided();
  for (const text of [await onPage(made.record), await inFile(made)]) {
    expect(text).toContain('By group: Fair trial: 5 of 7 · Other groups together: 1 of 4');
    expect(text).toMatch(/Fair trial, by show of hands(\n|: )Agree: 2/);
  }
});

test('CH64 a name in letters of the other direction is isolated in every line of the record, on the page and in files; others are left as they are', async () => {
  const made = decided();
  const [group, person] = ['حقوق الإنسان', 'سارة'];
  const [late, early] = made.record.votes;
  const roll = { ...late!.roll, note: 'في الحافلة', groups: [{ ...late!.roll.groups[0]!, name: group }] };
  const result = {
    ...late!.result!,
    byGroup: { groups: [{ ...late!.roll.groups[0]!, name: group, voted: 5 }], others: { people: 4, voted: 1 } },
    named: [
      { person, position: 'agree' as const },
      { person: 'Mia', position: 'agree' as const },
    ],
  };
  const votes = [{ ...late!, roll, result }, early!];
  const record = { ...made.record, votes, roll: { groups: roll.groups, organisations: [] } };
  for (const text of [await onPage(record), await inFile({ file: { ...made.file, votes }, record })]) {
    const isolated = text.match(/\u2068[^\u2069]*\u2069/gu) ?? [];
    const bare = text.replaceAll(/\u2068[^\u2069]*\u2069/gu, '');
    expect(bare).not.toMatch(/\p{Script=Arabic}/u);
    expect(new Set(isolated)).toEqual(new Set([group, person, roll.note].map((name) => `\u2068${name}\u2069`)));
  }
});
