import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { abilitiesMoved, type Stage } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setStage } from '../../api/commands.ts';
import { isSlotRunning } from '../../charter/standing.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { AbilitiesWords } from '../../ui/hall/abilities-words.tsx';
import { StepTimes } from '../../ui/hall/step-times.tsx';
import { courseOf, type ShownStep, stepsInOrder } from '../../ui/hall/steps.ts';
import { useSettled } from '../../ui/use-settled.ts';
import styles from './now-next.module.css';
import { openVotes } from './open-votes.ts';
import { StageControl } from './stage-control.tsx';
import { useCommand } from './use-command.ts';

interface Going {
  stage: Stage;
  step: ShownStep | null;
}

/** What the hall does now and what comes next, with one press to go there; and the stages to choose by hand. */
export function NowNext({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation(['home', 'frame']);
  const [closing, setClosing] = useState<Going | null>(null);
  const { run, isBusy, refusal } = useCommand();
  const course = courseOf(stepsInOrder(view.agenda), view.now, view.stage);
  const name = ({ stage, step }: Going) => step?.title || t(`frame:stage.${stage}`);
  const go = (to: Going, said: { endsSlots?: boolean } = {}) =>
    run(
      () => setStage(workshopId, { stage: to.stage, ...(to.step ? { step: to.step.id } : {}), ...said }),
      t('stage.set', { stage: name(to) }),
    );
  const ask = (to: Going) => (to.stage === 'closed' ? setClosing(to) : void go(to));
  const { before, goOn } = course;
  const endings = endedByClosing(view);
  const votes = openVotes(view).length;
  // What comes after stands in the same place: a double click would leave a step out.
  const isSettled = useSettled(`${view.stage} ${view.now.step ?? ''}`);
  return (
    <section className={styles['part']} aria-labelledby="stage">
      <h2 id="stage">{t('stage.title')}</h2>
      <div className={styles['sides']}>
        <Now view={view} step={course.now} />
        <div className={styles['side']}>
          <p className={styles['label']}>{t('desk.next')}</p>
          {goOn ? (
            <>
              <p className={styles['name']}>
                <bdi>{name(goOn)}</bdi>
              </p>
              {goOn.step && <StepTimes step={goOn.step} withDay={goOn.step.day !== course.now?.day} />}
              <Change view={view} to={goOn} />
            </>
          ) : (
            <p className={styles['soft']}>{t('desk.end')}</p>
          )}
          <div className={styles['buttons']}>
            {goOn && (
              <Button
                kind="primary"
                busy={isBusy}
                settling={!isSettled}
                onPress={() => ask(goOn)}
                aria-label={t('desk.goOnTo', { step: name(goOn) })}
              >
                {t('desk.goOn')}
              </Button>
            )}
            {before && (
              <Button
                kind="plain"
                busy={isBusy}
                settling={!isSettled}
                onPress={() => ask({ stage: before.stage, step: before })}
                aria-label={t('desk.backTo', { step: before.title })}
              >
                {t('desk.back')}
              </Button>
            )}
          </div>
        </div>
      </div>
      <Glance view={view} />
      <RefusalBanner refusal={refusal} />
      <StageControl stage={view.stage} onChoose={(stage) => ask({ stage, step: null })} />
      {closing && (
        <ConfirmDialog
          title={t('stage.closeTitle')}
          text={[
            t('stage.closeText'),
            ...(votes > 0 ? [t('desk.votesStay', { count: votes })] : []),
            ...endings.map((one) => t(`stage.${one}`)),
          ].join(' ')}
          confirm={t('stage.closeGo')}
          onConfirm={async () => {
            await go(closing, endings.length > 0 ? { endsSlots: true } : {});
            setClosing(null);
          }}
          onClose={() => setClosing(null)}
        />
      )}
    </section>
  );
}

/** What closing ends and may bring, beside what it always does. */
function endedByClosing(view: LiveView): ('closeSlots' | 'closeWhole')[] {
  if (!isSlotRunning(view)) return [];
  return isSlotRunning(view, 'charter') ? ['closeSlots', 'closeWhole'] : ['closeSlots'];
}

function Now({ view, step }: { view: LiveView; step: ShownStep | null }) {
  const { t } = useTranslation(['home', 'frame']);
  const format = useFormat();
  const { stage, now } = view;
  const isAdopted = stage === 'charter-adoption' && view.charter.adopted !== null;
  return (
    <div className={styles['side']}>
      <p className={styles['label']}>
        {t('desk.now')}
        {now.since > 0 && ` · ${t('desk.since', { time: format.time(now.since) })}`}
      </p>
      <p className={styles['name']}>
        <bdi>{step?.title || t(`frame:stage.${stage}`)}</bdi>
      </p>
      {step && <StepTimes step={step} />}
      {step?.objective && (
        <p>
          <bdi>{step.objective}</bdi>
        </p>
      )}
      <p className={styles['soft']}>
        {isAdopted ? t('frame:errors.charter-adopted') : t(`stage.${stage}`)} <AbilitiesWords view={view} />
      </p>
    </div>
  );
}

/** The hall in one line: who is here, and how far the groups are. */
function Glance({ view }: { view: LiveView }) {
  const { t } = useTranslation('home');
  const groups = Object.values(view.groups);
  const { joined, connected } = view.people;
  return (
    <p className={styles['glance']}>
      <span>{t('desk.here', { count: joined, connected })}</span>
      <span>
        {t('desk.ready', { count: groups.length, ready: groups.filter(({ progress }) => progress.ready).length })}
      </span>
      <span>{t('desk.presented', { count: groups.filter(({ presented }) => presented).length })}</span>
    </p>
  );
}

/** What the step will change, before it is made: a stage that closes something must surprise nobody. */
function Change({ view, to }: { view: LiveView; to: Going }) {
  const { t } = useTranslation(['home', 'frame']);
  const format = useFormat();
  const { opens, closes } = abilitiesMoved(view.stage, to.stage, view.charter.adopted !== null);
  const votes = openVotes(view).length;
  const writing = Object.values(view.groups).reduce((sum, { connected }) => sum + connected, 0);
  const named = (list: typeof opens) => format.list(list.map((ability) => t(`frame:hall.ability.${ability}`)));
  return (
    <>
      {to.step && to.stage !== view.stage && (
        <p className={styles['soft']}>{t('desk.stage', { stage: t(`frame:stage.${to.stage}`) })}</p>
      )}
      {opens.length > 0 && <p className={styles['soft']}>{t('desk.opens', { list: named(opens) })}</p>}
      {closes.length > 0 && <p className={styles['soft']}>{t('desk.closes', { list: named(closes) })}</p>}
      {closes.includes('tables') && writing > 0 && (
        <p className={styles['soft']}>{t('desk.writing', { count: writing })}</p>
      )}
      {view.timer && <p className={styles['soft']}>{t('desk.timerStops')}</p>}
      {votes > 0 && <p className={styles['soft']}>{t('desk.votesStay', { count: votes })}</p>}
      {to.stage === 'closed' &&
        endedByClosing(view).map((one) => (
          <p key={one} className={styles['soft']}>
            {t(`stage.${one}`)}
          </p>
        ))}
    </>
  );
}
