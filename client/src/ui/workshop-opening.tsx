import type { WorkshopId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { useIsBlocked } from '../sync/use-blocked.ts';
import { useLiveView } from '../sync/use-live-view.ts';
import { Banner } from './banner.tsx';
import { KeptOnDevice } from './kept-on-device.tsx';
import { Waiting } from './waiting.tsx';

/** Nothing of the workshop has arrived yet: it is on its way, the server is away, or something on the way blocks it. */
export function WorkshopOpening({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation();
  const { status, failures } = useLiveView(workshopId);
  const isBlocked = useIsBlocked(status, failures);
  if (status.state !== 'away') return <Waiting>{t('gate.loading')}</Waiting>;
  return (
    <>
      {isBlocked ? <Blocked /> : <Waiting>{t('gate.away')}</Waiting>}
      <KeptOnDevice workshopId={workshopId} ending={null} />
    </>
  );
}

/** Says so when the live connection is blocked while the page shows what it has known before. */
export function BlockedNotice({ workshopId }: { workshopId: WorkshopId }) {
  const { status, failures } = useLiveView(workshopId);
  return useIsBlocked(status, failures) ? <Blocked /> : null;
}

function Blocked() {
  const { t } = useTranslation();
  return (
    <Banner kind="error" title={t('gate.blockedTitle')}>
      {t('gate.blocked')}
    </Banner>
  );
}
