import type { GroupId, VoteId } from '@board/shared/ids';
import type { AdoptionRecord, GroupView, LiveView, VoteView } from '@board/shared/live-view';
import type { PresentationView } from '@board/shared/presentation';
import { opensAt } from '@board/shared/stages';
import { shownAmendment } from '../../charter/amendments.ts';
import { closedVotes, openVotes, voteOnWall } from '../../vote/vote-facts.ts';

/** What the projector shows. */
export type Scene =
  /** How to join. */
  | { scene: 'lobby' }
  /** All groups: what they have, or what they present. */
  | { scene: 'wall'; of: 'progress' | 'priorities' }
  | { scene: 'group'; group: GroupView; id: GroupId }
  /** The group that presents now, turned by its rapporteur, with what the hall says beside it. */
  | { scene: 'presenting'; group: GroupView; presentation: PresentationView }
  /** How much of the catalogue the groups have taken. */
  | { scene: 'coverage' }
  /** What several groups have. */
  | { scene: 'overlap' }
  | { scene: 'charter'; isWording: boolean }
  | { scene: 'vote'; vote: VoteView }
  | { scene: 'adopted'; record: AdoptionRecord };

/** What the person before this page has chosen. Nothing is needed: on the projector stage and control page decide. */
export interface Wish {
  /** The group to show large. */
  group: GroupId | null;
  /** A result that has been looked at long enough. */
  seenResult: VoteId | null;
}

/**
 * The scene that follows from the facilitator's choice, stage, votes and wish. Without a choice an open vote comes before
 * everything, a group that presents before what the stage shows, and its result stays until the next vote or a wish. A wish opens a group's tile, and only where tiles are.
 */
export function sceneOf(view: LiveView, wish: Wish): Scene {
  const scene = chosenScene(view) ?? presentingNow(view) ?? stageScene(view, wish);
  const wished = wish.group === null ? undefined : view.groups[wish.group];
  return scene.scene === 'wall' && wish.group && wished ? { scene: 'group', group: wished, id: wish.group } : scene;
}

function presentingNow(view: LiveView): Scene | null {
  const { presentation } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  if (!presentation || !group || openVotes(view).length > 0) return null;
  // Nobody is invited to say what the stage does not take.
  const mode = opensAt(view.stage, 'feedback') ? presentation.feedback : 'off';
  return { scene: 'presenting', group, presentation: { ...presentation, feedback: mode } };
}

/** The groups in their order. */
export function groupsInOrder(view: LiveView): { id: GroupId; group: GroupView }[] {
  return Object.entries(view.groups)
    .map(([id, group]) => ({ id: id as GroupId, group }))
    .sort((a, b) => a.group.place - b.group.place);
}

/** What the facilitator has chosen for the screens; null where the stage decides, or what was chosen is gone. */
function chosenScene(view: LiveView): Scene | null {
  const { shows, group } = view.screen;
  switch (shows) {
    case 'stage':
      return null;
    case 'join':
      return { scene: 'lobby' };
    case 'wall':
      return { scene: 'wall', of: 'progress' };
    case 'group': {
      const chosen = group === null ? undefined : view.groups[group];
      return group && chosen ? { scene: 'group', group: chosen, id: group } : null;
    }
    case 'coverage':
    case 'overlap':
      return { scene: shows };
    case 'charter':
    case 'closing':
      return charterScene(view);
    case 'vote': {
      const vote = voteOnWall(view).vote ?? closedVotes(view)[0];
      return vote ? { scene: 'vote', vote } : charterScene(view);
    }
  }
}

function stageScene(view: LiveView, wish: Wish): Scene {
  if (view.stage === 'lobby') return { scene: 'lobby' };
  const { vote: open } = voteOnWall(view);
  if (open) return { scene: 'vote', vote: open };
  if (view.stage === 'group-work') return { scene: 'wall', of: 'progress' };
  if (view.stage === 'plenary') return { scene: 'wall', of: 'priorities' };
  if (view.charter.adopted) return charterScene(view);
  if (view.stage !== 'closed' && shownAmendment(view)) return { scene: 'charter', isWording: true };
  const [last] = closedVotes(view);
  if (last && view.stage !== 'closed' && last.id !== wish.seenResult) return { scene: 'vote', vote: last };
  return charterScene(view);
}

/** As it is written, or as it was adopted: the items then have the record's numbers. */
function charterScene(view: LiveView): Scene {
  const { adopted } = view.charter;
  if (adopted) return { scene: 'adopted', record: adopted };
  return { scene: 'charter', isWording: view.stage === 'charter-preparation' };
}
