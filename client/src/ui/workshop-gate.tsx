import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sync/me.ts';
import { useLiveView } from '../sync/use-live-view.ts';
import { HallStrip } from './hall/hall-strip.tsx';
import { Page, type PageProps } from './page.tsx';
import type { HerePlace } from './places.ts';
import styles from './workshop-gate.module.css';
import { WorkshopHeader } from './workshop-header.tsx';
import { BlockedNotice, WorkshopOpening } from './workshop-opening.tsx';
import { WorkshopRefused } from './workshop-refused.tsx';

/** What a page inside a workshop can rely on. */
export interface InWorkshop {
  view: LiveView;
  me: Me;
  /** The connection is gone and what is shown may be old. */
  isAway: boolean;
}

export interface WorkshopGateProps {
  workshopId: WorkshopId;
  here: HerePlace;
  width?: PageProps['width'];
  children: (inside: InWorkshop) => ReactNode;
}

/** Draws a page inside a workshop once it is known who asks and what the hall does; until then, and when refused, it says why. */
export function WorkshopGate({ workshopId, here, width, children }: WorkshopGateProps) {
  const { t } = useTranslation();
  const me = useMe(workshopId);
  const { view, status } = useLiveView(workshopId);
  const known = me.state === 'known' ? me.me : null;
  const inside = known && view ? { me: known, view, isAway: status.state === 'away' } : null;
  // The control page says all of it, and more.
  const isControl = here === 'home' && known?.role === 'facilitator';
  const refusal = me.state === 'refused' ? me.refusal.code : status.state === 'refused' ? status.why : null;
  return (
    <Page
      name={view?.workshop.title || t('board')}
      header={<WorkshopHeader workshopId={workshopId} view={view} me={known} here={here} />}
      {...(width ? { width } : {})}
    >
      {refusal && <WorkshopRefused workshopId={workshopId} code={refusal} />}
      {!refusal && !inside && <WorkshopOpening workshopId={workshopId} />}
      {!refusal && inside && (
        <>
          <BlockedNotice workshopId={workshopId} />
          {!isControl && (
            <div className={styles['hall']}>
              <HallStrip workshopId={workshopId} view={inside.view} me={inside.me} />
            </div>
          )}
          {children(inside)}
        </>
      )}
    </Page>
  );
}
