import type { WorkshopId } from '@board/shared/ids';
import { Redirect } from 'wouter';
import { type InWorkshop, WorkshopGate } from '../../ui/workshop-gate.tsx';
import { ControlPage } from './control-page.tsx';
import { Landing } from './landing.tsx';

/** The workshop's own page: the facilitator's control page, or what a member or an observer can do now. */
export function HomePage({ workshopId }: { workshopId: WorkshopId }) {
  return (
    <WorkshopGate workshopId={workshopId} here="home">
      {(inside) => <HomeOf workshopId={workshopId} inside={inside} />}
    </WorkshopGate>
  );
}

function HomeOf({ workshopId, inside }: { workshopId: WorkshopId; inside: InWorkshop }) {
  switch (inside.me.role) {
    case 'facilitator':
      return <ControlPage workshopId={workshopId} view={inside.view} me={inside.me} />;
    case 'screen':
      return <Redirect to={`/screen#${workshopId}`} replace />;
    default:
      return <Landing workshopId={workshopId} view={inside.view} me={inside.me} />;
  }
}
