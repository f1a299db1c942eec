import { describe, expect, test } from 'vitest';
import { answer, mine, person, state, theirs } from './policy.fixture.ts';
import type { Action, Person, RightsState } from './policy.ts';
import { stages } from './stages.ts';

describe('PR2 the table of rights in the plenary', () => {
  const speaker = person('member', mine);
  const naming: Action = { do: 'name-rapporteur', group: mine };
  const presenting: Action = { do: 'present', group: mine, rapporteur: speaker.id };
  const saying: Action = { do: 'give-feedback', group: mine };
  const closed = state({ workshopClosed: true });
  const plenary = state({ stage: 'plenary' });
  const table: [string, Person, Action, RightsState, string][] = [
    ['the group names its rapporteur', person('member', mine), naming, state(), 'yes'],
    ['a facilitator names one', person('facilitator'), naming, state(), 'yes'],
    ['another group does not', person('member', theirs), naming, state(), 'not-your-group'],
    ['an observer does not', person('observer', mine), naming, state(), 'observer-only-reads'],
    ['nobody in a closed workshop', person('facilitator'), naming, closed, 'workshop-closed'],
    ['the rapporteur turns', speaker, presenting, state(), 'yes'],
    ['a facilitator turns', person('facilitator'), presenting, state(), 'yes'],
    ['others of the group do not turn', person('member', mine), presenting, state(), 'not-rapporteur'],
    ['who has left the group does not turn', { ...speaker, groupId: theirs }, presenting, state(), 'not-rapporteur'],
    ['a screen does not turn', person('screen'), presenting, state(), 'screen-only-watches'],
    ['nobody turns in a closed workshop', speaker, presenting, closed, 'workshop-closed'],
    ['another group says something', person('member', theirs), saying, plenary, 'yes'],
    ['who is in no group says something', person('member'), saying, plenary, 'yes'],
    ['a facilitator says something', person('facilitator', mine), saying, plenary, 'yes'],
    ['the group itself does not', person('member', mine), saying, plenary, 'own-presentation'],
    ['an observer says nothing', person('observer'), saying, plenary, 'observer-only-reads'],
    ['a screen says nothing', person('screen'), saying, plenary, 'screen-only-watches'],
    ['nobody says anything in a closed workshop', person('member', theirs), saying, closed, 'workshop-closed'],
  ];
  test('SG43 feedback is given in the stage that opens it and in no other', () => {
    const answers = stages.map((stage) => [stage, answer(person('member', theirs), saying, state({ stage }))]);
    expect(Object.fromEntries(answers)).toEqual({
      lobby: 'stage-closes-feedback',
      'group-work': 'stage-closes-feedback',
      plenary: 'yes',
      'charter-preparation': 'stage-closes-feedback',
      'charter-adoption': 'stage-closes-feedback',
      closed: 'stage-closes-feedback',
    });
  });
  test.each(table)('PR2 %s', (_, who, action, at, expected) => expect(answer(who, action, at)).toBe(expected));
});
