import type { LiveView } from '@board/shared/live-view';
import { lazy, Suspense } from 'react';
import type { Address } from '../../address.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import { CharterReader } from './charter-reader.tsx';

/** Only who writes loads the shared document and its editor. */
const CharterEditor = lazy(async () => ({ default: (await import('./charter-editor.tsx')).CharterEditor }));

/** The charter: written by the facilitator in front of all, read by everybody as the letters arrive. */
export function CharterPage({ workshopId }: Address) {
  return (
    <WorkshopGate workshopId={workshopId} here="charter">
      {({ view, me }) =>
        me.may.facilitate && isWritable(view) ? (
          <Suspense fallback={<Waiting />}>
            <CharterEditor workshopId={workshopId} view={view} />
          </Suspense>
        ) : (
          <CharterReader workshopId={workshopId} view={view} me={me} />
        )
      }
    </WorkshopGate>
  );
}

function isWritable(view: LiveView): boolean {
  return view.charter.adopted === null && view.stage !== 'closed';
}
