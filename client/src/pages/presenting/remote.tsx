import type { Me } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView } from '@board/shared/live-view';
import type { PresentationView } from '@board/shared/presentation';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameRapporteur } from '../../api/presentations.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { useCommand } from '../home/use-command.ts';
import { HallSees } from './hall-sees.tsx';
import styles from './remote.module.css';
import { placeIn, type Step, stepsOf } from './steps.ts';
import { useTurning } from './use-turning.ts';

/** The rapporteur's buttons: one thumb steps through the priorities, and everything on the page can be pressed, too. */
export function Remote(props: { workshopId: WorkshopId; presentation: PresentationView; group: GroupView }) {
  const { workshopId, presentation, group } = props;
  const { t } = useTranslation('presenting');
  const { inView, turn, refusal, isOnItsWay } = useTurning(workshopId, presentation);
  const steps = stepsOf(group);
  const at = placeIn(steps, inView);
  const next = steps[at + 1];
  const before = steps[at - 1];
  const nameOf = useStepNames();
  const frame = useInSight(`${inView.row} ${inView.action}`);
  return (
    <div ref={frame} className={styles['remote']}>
      <p className={styles['state']} role="status">
        {isOnItsWay ? t('remote.sending') : t('remote.onScreen', { what: nameOf(steps[at]) })}
      </p>
      <RefusalBanner refusal={refusal} />
      <HallSees group={group} inView={inView} onTurn={turn} />
      <div className={styles['thumb']}>
        <Button size="large" isDisabled={!before} onPress={() => before && turn(before.inView)}>
          {t('remote.back')}
        </Button>
        <Button size="large" kind="primary" isDisabled={!next} onPress={() => next && turn(next.inView)}>
          {next ? t('remote.next', { what: nameOf(next) }) : t('remote.last')}
        </Button>
      </div>
    </div>
  );
}

/** Brings what the hall was turned to into sight, so that a thumb on "next" is enough. Not at first: then the page stays at its beginning. */
function useInSight(view: string): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  const last = useRef(view);
  useEffect(() => {
    if (last.current === view) return;
    last.current = view;
    const now = frame.current?.querySelector('[data-now]');
    if (now) now.scrollIntoView({ block: 'center' });
    else frame.current?.scrollIntoView({ block: 'start' });
  }, [view]);
  return frame;
}

function useStepNames(): (step: Step | undefined) => string {
  const { t } = useTranslation('presenting');
  return (step) => {
    if (!step?.priority) return t('sees.all');
    const { priority, action } = step;
    return action === null ? t('sees.priority', { number: priority }) : t('sees.action', { number: action, priority });
  };
}

/** A member of the group that presents says: I do, or somebody else does. */
export function TakeOver(props: { workshopId: WorkshopId; me: Me; groupId: GroupId; group: GroupView }) {
  const { workshopId, me, groupId, group } = props;
  const { t } = useTranslation('presenting');
  const { run, isBusy, refusal } = useCommand();
  const isMe = group.rapporteur?.personId === me.personId;
  const personId = isMe ? null : me.personId;
  // A double tap would take it and give it back.
  const isSettled = useSettled(isMe);
  return (
    <div className={styles['takeOver']}>
      <p role="status">
        {isMe
          ? t('remote.you')
          : group.rapporteur
            ? t('remote.somebody', { name: group.rapporteur.name })
            : t('remote.nobody')}
      </p>
      <Button
        busy={isBusy}
        settling={!isSettled}
        onPress={() => run(() => nameRapporteur(workshopId, groupId, { personId }))}
      >
        {t(isMe ? 'remote.give' : 'remote.take')}
      </Button>
      <RefusalBanner refusal={refusal} />
    </div>
  );
}
