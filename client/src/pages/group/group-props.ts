import type { Me } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView, LiveView } from '@board/shared/live-view';

export interface GroupStrategyProps {
  workshopId: WorkshopId;
  groupId: GroupId;
  group: GroupView;
  view: LiveView;
  me: Me;
}
