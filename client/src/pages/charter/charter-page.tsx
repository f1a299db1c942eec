import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { lazy, Suspense } from 'react';
import type { Address } from '../../address.ts';
import { PageNotLoaded } from '../../ui/fault-boundary.tsx';
import { loadAgain } from '../../ui/load-again.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import { usePreloadedTakeHome } from '../take-home/preload.ts';
import { CharterReader } from './charter-reader.tsx';

/** Only who writes loads the shared document and its editor. */
const CharterEditor = lazy(async () => {
  const file = await loadAgain(() => import('./charter-editor.tsx')).catch(() => Promise.reject(new PageNotLoaded()));
  return { default: file.CharterEditor };
});

/** The charter: written by the facilitator in front of all, read by everybody as the letters arrive. */
export function CharterPage({ workshopId }: Address) {
  return (
    <WorkshopGate workshopId={workshopId} here="charter">
      {({ view, me }) => <Charter workshopId={workshopId} view={view} me={me} />}
    </WorkshopGate>
  );
}

function Charter({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  usePreloadedTakeHome(me.may.facilitate);
  if (!me.may.facilitate || !isWritable(view)) return <CharterReader workshopId={workshopId} view={view} me={me} />;
  return (
    <Suspense fallback={<Waiting />}>
      <CharterEditor workshopId={workshopId} view={view} />
    </Suspense>
  );
}

function isWritable(view: LiveView): boolean {
  return view.charter.adopted === null && view.stage !== 'closed';
}
