import type { WorkshopId } from '@board/shared/ids';
import type { CloseReason } from '@board/shared/protocol/close-codes';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liveConnections, useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Hall } from '../plenary/hall.tsx';
import frame from '../plenary/plenary-page.module.css';
import { PairingSheet } from './pairing-sheet.tsx';
import { forgetWorkshop, keepWorkshop, workshopOfScreen } from './screen-place.ts';
import { useAwake } from './use-awake.ts';
import { useScreenSetting } from './use-screen-setting.ts';

/** Refusals after which this screen belongs to no workshop any more and asks to be let in again. */
const lost: ReadonlySet<CloseReason> = new Set(['not-joined', 'removed', 'link-revoked', 'unknown-workshop']);

/**
 * `/screen`: the hall's projector, without a keyboard. It waits with a code until a facilitator lets it in, and from then on
 * shows what the control page says, over reloads and lost connections.
 */
export function ScreenPage() {
  const [workshop, setWorkshop] = useState(workshopOfScreen);
  useAwake();
  if (workshop === null) {
    return (
      <PairingSheet
        onPaired={(id) => {
          keepWorkshop(id);
          liveConnections.get(id).live.comeBack();
          setWorkshop(id);
        }}
      />
    );
  }
  return (
    <PairedScreen
      workshopId={workshop}
      onLost={() => {
        forgetWorkshop();
        setWorkshop(null);
      }}
    />
  );
}

function PairedScreen({ workshopId, onLost }: { workshopId: WorkshopId; onLost: () => void }) {
  const { t } = useTranslation(['plenary', 'screen']);
  const { view, status, serverNow } = useLiveView(workshopId);
  const why = status.state === 'refused' ? status.why : null;
  const isLost = why !== null && lost.has(why);
  useEffect(() => {
    if (isLost) onLost();
  }, [isLost, onLost]);
  useScreenSetting(view?.screen ?? null);
  const title = view?.workshop.title ?? '';
  useEffect(() => {
    document.title = title === '' ? t('screen:name') : `${t('screen:name')} · ${title}`;
  }, [title, t]);
  return (
    <main className={frame['screen']} id="content">
      {why !== null && !isLost && <RefusalBanner refusal={{ code: why }} />}
      {view && why === null && (
        <Hall isScreen view={view} isLive={status.state === 'live'} now={serverNow} onLeave={onLost} />
      )}
      {!view && why === null && <p className={frame['connecting']}>{t('foot.connecting')}</p>}
    </main>
  );
}
