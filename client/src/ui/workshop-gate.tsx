import type { Me } from '@board/shared/commands';
import type { ErrorCode } from '@board/shared/errors';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveStatus } from '../sync/live.ts';
import { useMe } from '../sync/me.ts';
import { useLiveView } from '../sync/use-live-view.ts';
import { Banner } from './banner.tsx';
import { EmptyState } from './empty-state.tsx';
import { LinkButton } from './link-button.tsx';
import { Page, type PageProps } from './page.tsx';
import type { Place } from './places.ts';
import { Waiting } from './waiting.tsx';
import { WorkshopHeader } from './workshop-header.tsx';

/** What a page inside a workshop can rely on. */
export interface InWorkshop {
  view: LiveView;
  me: Me;
  /** The connection is gone and what is shown may be old. */
  isAway: boolean;
}

export interface WorkshopGateProps {
  workshopId: WorkshopId;
  here: Place;
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
  const refusal = me.state === 'refused' ? me.refusal.code : status.state === 'refused' ? status.why : null;
  return (
    <Page
      name={view?.workshop.title || t('board')}
      header={<WorkshopHeader workshopId={workshopId} view={view} me={known} here={here} />}
      {...(width ? { width } : {})}
    >
      {refusal ? <Refused code={refusal} /> : inside ? children(inside) : <Opening status={status} />}
    </Page>
  );
}

function Opening({ status }: { status: LiveStatus }) {
  const { t } = useTranslation();
  return <Waiting>{t(status.state === 'away' ? 'gate.away' : 'gate.loading')}</Waiting>;
}

function Refused({ code }: { code: ErrorCode | 'offline' }) {
  const { t } = useTranslation();
  if (code === 'offline') return <Banner kind="warning">{t('gate.away')}</Banner>;
  const isStranger = code === 'not-joined';
  return (
    <EmptyState
      wholePage
      title={t(isStranger ? 'gate.notJoinedTitle' : 'gate.refusedTitle')}
      action={
        <>
          <LinkButton href="/j" kind="primary">
            {t('notFound.join')}
          </LinkButton>
          <LinkButton href="/">{t('words.toStart')}</LinkButton>
        </>
      }
    >
      {isStranger ? t('gate.notJoined') : t(`errors.${code}`)}
    </EmptyState>
  );
}
