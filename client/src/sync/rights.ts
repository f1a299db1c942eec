import type { Me } from '@board/shared/commands';
import type { DocumentName, GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type Action, can, type Decision, type GroupRights, type RightsState } from '@board/shared/policy';

/** The decisions that rights depend on, as far as the live view shows them. */
function rightsOf(view: LiveView): RightsState {
  const groups = new Map<GroupId, GroupRights>();
  for (const [id, { open, keptClosed, presented }] of Object.entries(view.groups)) {
    groups.set(id as GroupId, { open, keptClosed, presented });
  }
  const { stage, charter } = view;
  return { stage, workshopClosed: stage === 'closed', charterAdopted: charter.adopted !== null, groups };
}

/** Asks the one table of rights, for greying out. The server asks it again. */
export function mayNow(me: Me, action: Action, view: LiveView): Decision {
  return can({ id: me.personId, role: me.role, groupId: me.groupId }, action, rightsOf(view));
}

/** What a person may do by the latest live view, instead of what was true when the server was last asked. */
export function withRightsNow(me: Me, view: LiveView | null): Me {
  if (view === null) return me;
  const documents = Object.keys(view.documents) as DocumentName[];
  const allowed = (action: Action) => mayNow(me, action, view).allowed;
  return {
    ...me,
    may: {
      facilitate: allowed({ do: 'facilitate' }),
      vote: allowed({ do: 'vote' }),
      read: documents.filter((document) => allowed({ do: 'read', document })),
      write: documents.filter((document) => allowed({ do: 'write', document })),
    },
  };
}
