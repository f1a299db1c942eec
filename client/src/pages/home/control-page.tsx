import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/link-button.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Goalposts } from './goalposts.tsx';
import { GroupTable } from './group-table.tsx';
import styles from './home.module.css';
import { JoinBlock } from './join-block.tsx';
import { MessageControl } from './message-control.tsx';
import { NowNext } from './now-next.tsx';
import { PeopleList } from './people-list.tsx';
import { PresentingPart } from './presenting-part.tsx';
import { OverlapList } from './screen/overlap-list.tsx';
import { ScreenControl } from './screen/screen-control.tsx';
import { TimerControl } from './timer-control.tsx';

/** Everything that the facilitator decides outside the charter, on one calm page. */
export function ControlPage({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation('home');
  const { title, country, cycle } = view.workshop;
  const facts = [country, cycle].filter(Boolean).join(' · ');
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
        <NowNext workshopId={workshopId} view={view} />
        <PresentingPart workshopId={workshopId} view={view} />
        <FirstSteps workshopId={workshopId} view={view} />
        {view.stage !== 'closed' && <TimerControl workshopId={workshopId} view={view} />}
        {view.stage !== 'closed' && <MessageControl workshopId={workshopId} view={view} me={me} />}
        <ScreenControl workshopId={workshopId} view={view} />
        <GroupTable workshopId={workshopId} view={view} />
        <OverlapList workshopId={workshopId} view={view} />
        <Goalposts workshopId={workshopId} view={view} />
        <PeopleList workshopId={workshopId} view={view} />
      </div>
      <JoinBlock workshopId={workshopId} joinCode={view.workshop.joinCode} />
    </div>
  );
}
