import type { WorkshopId } from '@board/shared/ids';
import type { Decision } from '@board/shared/policy';
import { inFeedbackOrder } from '@board/shared/presentation';
import { useTranslation } from 'react-i18next';
import { mayNow } from '../../sync/rights.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupMark, hueOf } from '../../ui/group-mark.tsx';
import { type InWorkshop, WorkshopGate } from '../../ui/workshop-gate.tsx';
import { HallSees } from './hall-sees.tsx';
import { Heard } from './heard.tsx';
import styles from './presenting.module.css';
import { PresentingControl } from './presenting-control.tsx';
import { Remote, TakeOver } from './remote.tsx';
import { Said } from './said.tsx';
import { SayForm } from './say-form.tsx';
import { useDrafts } from './use-drafts.ts';

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
  const { t } = useTranslation(['presenting', 'frame']);
  const { view, me } = inside;
  const { presentation } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  const isFacilitator = me.role === 'facilitator';
  const speaking = presentation !== null && presentation.feedback !== 'off' && !isFacilitator && maySpeak(inside);
  const hasForm = speaking !== false && speaking.allowed;
  const isClosedByStage = speaking !== false && !speaking.allowed && speaking.why === 'stage-closes-feedback';
  const drafts = useDrafts(hasForm ? presentation.id : null);
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
      {drafts.unsent.map((words) => (
        <Banner
          key={words.presentation}
          kind="warning"
          title={t('say.unsent', { group: words.group })}
          action={
            <Button size="small" onPress={() => drafts.keep({ ...words, text: '' })}>
              {t('frame:kept.discard')}
            </Button>
          }
        >
          <span dir="auto">{words.text}</span>
        </Banner>
      ))}
      {isFacilitator && <PresentingControl workshopId={workshopId} view={view} />}
      <div className={styles['side']}>
        {presentation && group && (
          <Running {...{ workshopId, inside, presentation, group, hasForm, isClosedByStage }} {...drafts} />
        )}
        {isFacilitator && <Heard workshopId={workshopId} view={view} />}
      </div>
    </div>
  );
}

type RunningProps = PresentingProps & {
  presentation: NonNullable<InWorkshop['view']['presentation']>;
  group: InWorkshop['view']['groups'][keyof InWorkshop['view']['groups']];
  hasForm: boolean;
  isClosedByStage: boolean;
} & Pick<ReturnType<typeof useDrafts>, 'begun' | 'keep'>;

/** Whether one may say something to the group that presents; false where none does. */
function maySpeak({ view, me }: InWorkshop): Decision | false {
  const group = view.presentation?.groupId;
  return group !== undefined && mayNow(me, { do: 'give-feedback', group }, view);
}

function Running({ workshopId, inside, presentation, group, hasForm, isClosedByStage, begun, keep }: RunningProps) {
  const { t } = useTranslation(['presenting', 'frame']);
  const { view, me } = inside;
  const { groupId } = presentation;
  const rapporteur = group.rapporteur?.personId ?? null;
  const mayPresent = mayNow(me, { do: 'present', group: groupId, rapporteur }, view).allowed;
  const said = inFeedbackOrder(view.feedback);
  return (
    <>
      {hasForm && (
        <SayForm
          key={presentation.id}
          {...{ workshopId, me, presentation, group }}
          text={begun}
          onText={(text) => keep({ presentation: presentation.id, group: group.name, text })}
        />
      )}
      {isClosedByStage && <p className={styles['soft']}>{t('frame:errors.stage-closes-feedback')}</p>}
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
