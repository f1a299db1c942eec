import { describe, expect, test } from 'vitest';
import { answer, mine, person, state, theirs } from './policy.fixture.ts';
import type { Action, Person, RightsState } from './policy.ts';

describe('PR2 the table of rights in the plenary', () => {
  const speaker = person('member', mine);
  const naming: Action = { do: 'name-rapporteur', group: mine };
  const presenting: Action = { do: 'present', group: mine, rapporteur: speaker.id };
  const saying: Action = { do: 'give-feedback', group: mine };
  const closed = state({ workshopClosed: true });
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
    ['another group says something', person('member', theirs), saying, state(), 'yes'],
    ['who is in no group says something', person('member'), saying, state(), 'yes'],
    ['a facilitator says something', person('facilitator', mine), saying, state(), 'yes'],
    ['the group itself does not', person('member', mine), saying, state(), 'own-presentation'],
    ['an observer says nothing', person('observer'), saying, state(), 'observer-only-reads'],
    ['a screen says nothing', person('screen'), saying, state(), 'screen-only-watches'],
    ['nobody says anything in a closed workshop', person('member', theirs), saying, closed, 'workshop-closed'],
  ];
  test.each(table)('PR2 %s', (_, who, action, at, expected) => expect(answer(who, action, at)).toBe(expected));
});
