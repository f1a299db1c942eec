import { can } from '@board/shared/policy';
import { limits } from '@board/shared/protocol/limits';
import type { OverlapKind } from '@board/shared/screen-view';
import type {
  AmendmentPart,
  FeedbackPart,
  MessagePart,
  OverlapPart,
  PersonPart,
  PresentationPart,
  TogetherPart,
  WorkshopDecided,
} from '@board/shared/workshop-file/parts-decided';
import type { SessionPerson } from '../ports.ts';
import { listedAway } from './away.ts';
import { nameIn, rapporteurView } from './feedback-views.ts';
import type { WorkshopState } from './fold.ts';
import { demand } from './refusal.ts';
import type { Workshop } from './workshop.ts';

/**
 * What was decided and stands neither in the documents nor, as a whole, in the live view: for a facilitator who takes the
 * workshop home. Picked value by value, so that no key, code, session, ballot or Wi-Fi ever comes along, and nothing from
 * the box of a presentation or vote that is going on.
 */
export function decidedIn(workshop: Workshop, by: SessionPerson): WorkshopDecided {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  const { state, clock } = workshop;
  const { timer, step } = state.hall;
  return {
    decided: {
      step,
      timer: timer && timer.endsAt > clock.now() ? timer : null,
      messages: messagesIn(state),
      ...screenIn(state),
      amendments: amendmentsIn(state),
      presentations: [...state.plenary.presentations.values()].map(
        ({ id, groupId, feedback, inView, isOver }): PresentationPart => ({ id, groupId, feedback, inView, isOver }),
      ),
      feedback: feedbackIn(state),
      people: [...state.peopleElsewhere, ...peopleIn(state)].slice(0, limits.people),
    },
    together: [...state.together.values()].map(
      ({ id, rows, isAgreed: agreed }): TogetherPart => ({ id, rows, agreed }),
    ),
  };
}

/** Who took part on the server that the workshop was taken up from, for facilitators. */
export function peopleElsewhere(workshop: Workshop, by: SessionPerson): readonly PersonPart[] {
  demand(can(by, { do: 'facilitate' }, workshop.rights()));
  return workshop.state.peopleElsewhere;
}

function messagesIn({ hall }: WorkshopState): MessagePart[] {
  return [...hall.messages].map(([id, { kind, to, at, text }]) => ({ id, kind, to, at, text }));
}

function screenIn({ screen }: WorkshopState): Pick<WorkshopDecided['decided'], 'screen' | 'overlaps'> {
  const { shows, group, page, look, language, overlaps } = screen;
  return {
    screen: { shows, group, page, look, language },
    overlaps: [...overlaps].map(([key, choice]): OverlapPart => {
      const dot = key.indexOf('.');
      return { kind: key.slice(0, dot) as OverlapKind, of: key.slice(dot + 1), choice };
    }),
  };
}

function amendmentsIn({ amendments, names }: WorkshopState): AmendmentPart[] {
  return [...amendments.byId.values()].flatMap((one): AmendmentPart[] => {
    const { id, place, at, before, text, author, elsewhere = '', settled } = one;
    if (settled?.how === 'withdrawn') return [];
    const name = author === null ? elsewhere : (names.get(author) ?? '');
    const end = settled && { how: settled.how, at: settled.at, word: settled.word };
    return [{ id, place, at, before, text, name, shown: amendments.shown === id, settled: end }];
  });
}

function feedbackIn({ plenary, names }: WorkshopState): FeedbackPart[] {
  return [...plenary.feedback.values()].map((said) => {
    const { groupId: _, author: __, elsewhere: ___, changes: ____, ...piece } = said;
    return { ...piece, name: nameIn(names, said) };
  });
}

/** Also who must join again with the new link, as far as they are listed. */
function peopleIn(state: WorkshopState): PersonPart[] {
  return [...state.people.values(), ...listedAway(state)].flatMap((person): PersonPart[] => {
    const { id, name, organisation, role, groupId } = person;
    if (role === 'screen' || name === '') return [];
    const presents = groupId !== null && rapporteurView(state, groupId)?.personId === id;
    return [{ name, organisation, role, groupId, presents }];
  });
}
