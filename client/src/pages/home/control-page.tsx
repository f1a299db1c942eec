import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import { usePreloadedTakeHome } from '../take-home/preload.ts';
import { ControlParts } from './control-parts.tsx';
import styles from './home.module.css';
import { JoinLine } from './join-line.tsx';
import { MessageControl } from './message-control.tsx';
import { NowNext } from './now-next.tsx';
import { PresentingPart } from './presenting-part.tsx';
import { TimerControl } from './timer-control.tsx';
import { VotesPart } from './votes-part.tsx';

/** What the facilitator decides outside the charter: what is needed in front of the hall stands above, the rest one part at a time below. */
export function ControlPage({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation('home');
  usePreloadedTakeHome();
  const { title, country, cycle, joinCode } = view.workshop;
  const facts = [country, cycle].filter(Boolean).join(' · ');
  const isArriving = view.stage === 'lobby';
  const join = <JoinLine workshopId={workshopId} joinCode={joinCode} withQr={isArriving} />;
  return (
    <div className={styles['control']}>
      <div className={styles['title']}>
        <h1 dir="auto">{title}</h1>
        {facts && <p dir="auto">{facts}</p>}
        <LinkButton kind="plain" size="small" href={`/w/${workshopId}/take-home`}>
          {t('takeHome')}
        </LinkButton>
      </div>
      <div className={styles['main']}>
        <VotesPart workshopId={workshopId} view={view} />
        <NowNext workshopId={workshopId} view={view} />
        <PresentingPart workshopId={workshopId} view={view} />
      </div>
      <div className={styles['side']}>
        {isArriving && join}
        {view.stage !== 'closed' && (
          <>
            <TimerControl workshopId={workshopId} view={view} />
            <MessageControl workshopId={workshopId} view={view} me={me} />
          </>
        )}
        {!isArriving && join}
      </div>
      <div className={styles['below']}>
        <ControlParts workshopId={workshopId} view={view} />
      </div>
    </div>
  );
}
