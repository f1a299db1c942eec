import type { WorkshopId } from '@board/shared/ids';
import { inFeedbackOrder } from '@board/shared/presentation';
import { useTranslation } from 'react-i18next';
import { mayNow } from '../../sync/rights.ts';
import { GroupMark, hueOf } from '../../ui/group-mark.tsx';
import { type InWorkshop, WorkshopGate } from '../../ui/workshop-gate.tsx';
import { HallSees } from './hall-sees.tsx';
import { Heard } from './heard.tsx';
import styles from './presenting.module.css';
import { PresentingControl } from './presenting-control.tsx';
import { Remote, TakeOver } from './remote.tsx';
import { Said } from './said.tsx';
import { SayForm } from './say-form.tsx';

/** The presentation in one's hand: what the hall sees, the rapporteur's buttons, the hall's feedback; for facilitators, all of it. */
export function PresentingPage({ workshopId }: { workshopId: WorkshopId }) {
  return (
    <WorkshopGate workshopId={workshopId} here="presenting" width="usual">
      {(inside) => <Presenting workshopId={workshopId} inside={inside} />}
    </WorkshopGate>
  );
}

interface PresentingProps {
  workshopId: WorkshopId;
  inside: InWorkshop;
}

function Presenting({ workshopId, inside }: PresentingProps) {
  const { t } = useTranslation('presenting');
  const { view, me } = inside;
  const { presentation } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  const isFacilitator = me.role === 'facilitator';
  const hasSide = group !== undefined || Object.keys(view.feedbackCounts).length > 0;
  return (
    <div className={styles['page']} data-two={(isFacilitator && hasSide) || undefined}>
      <header className={styles['head']}>
        {group ? (
          <h1 className={styles['now']} style={hueOf(group.place)}>
            <GroupMark name={group.name} place={group.place} />
            <span dir="auto">{t('now', { group: group.name })}</span>
          </h1>
        ) : (
          <>
            <h1>{t('title')}</h1>
            <p className={styles['soft']}>{t(isFacilitator ? 'nobodyYet' : 'nobody')}</p>
          </>
        )}
      </header>
      {isFacilitator && <PresentingControl workshopId={workshopId} view={view} />}
      <div className={styles['side']}>
        {presentation && group && <Running {...{ workshopId, inside, presentation, group }} />}
        {isFacilitator && <Heard workshopId={workshopId} view={view} />}
      </div>
    </div>
  );
}

type RunningProps = PresentingProps & {
  presentation: NonNullable<InWorkshop['view']['presentation']>;
  group: InWorkshop['view']['groups'][keyof InWorkshop['view']['groups']];
};

function Running({ workshopId, inside, presentation, group }: RunningProps) {
  const { t } = useTranslation('presenting');
  const { view, me } = inside;
  const { groupId } = presentation;
  const rapporteur = group.rapporteur?.personId ?? null;
  const mayPresent = mayNow(me, { do: 'present', group: groupId, rapporteur }, view).allowed;
  const maySay = mayNow(me, { do: 'give-feedback', group: groupId }, view).allowed && presentation.feedback !== 'off';
  const said = inFeedbackOrder(view.feedback);
  return (
    <>
      {maySay && me.role !== 'facilitator' && (
        <SayForm key={presentation.id} workshopId={workshopId} me={me} presentation={presentation} group={group} />
      )}
      <section className={styles['part']} aria-labelledby="sees" style={hueOf(group.place)}>
        <h2 id="sees">{t(mayPresent ? 'remote.title' : 'sees.title')}</h2>
        {mayPresent ? (
          <Remote key={presentation.id} workshopId={workshopId} presentation={presentation} group={group} />
        ) : (
          <HallSees group={group} inView={presentation.inView} />
        )}
        {me.groupId === groupId && me.role === 'member' && (
          <TakeOver workshopId={workshopId} me={me} groupId={groupId} group={group} />
        )}
      </section>
      {me.role !== 'facilitator' && said.length > 0 && (
        <section className={styles['part']} aria-labelledby="said">
          <h2 id="said">{t('said.title')}</h2>
          <ul className={styles['list']}>
            {said.map(({ id, feedback }) => (
              <Said key={id} piece={feedback} group={group} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
