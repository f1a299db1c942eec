import type { FeedbackListed, MarkFeedback } from '@board/shared/commands-present';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { GroupView, LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOverFeedback, markFeedback } from '../../api/presentations.ts';
import { useFormat } from '../../format.ts';
import { announce } from '../../ui/announcements.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { orderedGroups } from '../home/ordered-groups.ts';
import { useCommand } from '../home/use-command.ts';
import styles from './presenting.module.css';
import { Said } from './said.tsx';
import { useHeard } from './use-heard.ts';

/** What the hall said to a group, for the facilitator: put first, taken up, hidden, and handed over to the group. */
export function Heard({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('presenting');
  const format = useFormat();
  const [chosen, setChosen] = useState<GroupId | null>(null);
  const spokenTo = orderedGroups(view).filter(({ id }) => view.feedbackCounts[id] || view.presentation?.groupId === id);
  const usual = view.presentation?.groupId ?? spokenTo.at(-1)?.id ?? null;
  const shown = spokenTo.find(({ id }) => id === (chosen ?? usual)) ?? spokenTo.at(-1);
  if (!shown) return null;
  const labelOf = (id: GroupId, name: string): string => {
    const left = view.feedbackCounts[id]?.left ?? 0;
    return left > 0 ? `${name} (${format.number(left)})` : name;
  };
  return (
    <section className={styles['part']} aria-labelledby="heard">
      <h2 id="heard">{t('said.title')}</h2>
      {spokenTo.length > 1 && (
        <Select
          compact
          label={t('said.to')}
          options={spokenTo.map(({ id, group }) => ({ value: id as string, label: labelOf(id, group.name) }))}
          value={shown.id}
          onChange={(id) => setChosen(id as GroupId)}
        />
      )}
      <HeardOf key={shown.id} workshopId={workshopId} view={view} groupId={shown.id} group={shown.group} />
    </section>
  );
}

interface HeardOfProps {
  workshopId: WorkshopId;
  view: LiveView;
  groupId: GroupId;
  group: GroupView;
}

function HeardOf({ workshopId, view, groupId, group }: HeardOfProps) {
  const { t } = useTranslation('presenting');
  const { heard, refusal } = useHeard(workshopId, groupId, view.feedbackCounts[groupId]?.version ?? 0);
  const { run, isBusy, refusal: refused } = useCommand();
  const isRunning = view.presentation?.groupId === groupId;
  const left = heard.filter(({ hidden, handedOver }) => !hidden && !handedOver).length;
  const handOver = async (): Promise<void> => {
    if (await run(() => handOverFeedback(workshopId, groupId))) announce(t('said.handed', { group: group.name }));
  };
  return (
    <>
      {heard.length === 0 && <p className={styles['soft']}>{t('said.none')}</p>}
      <ul className={styles['list']}>
        {inOrder(heard).map((piece) => (
          <Said key={piece.id} piece={piece} group={group}>
            <Marks piece={piece} mark={(marks) => run(() => markFeedback(workshopId, piece.id, marks))} />
          </Said>
        ))}
      </ul>
      <RefusalBanner refusal={refusal ?? refused} />
      {left > 0 && (
        <div className={styles['buttons']}>
          <Button busy={isBusy} isDisabled={isRunning || view.stage === 'closed'} onPress={handOver}>
            {t('said.handOver', { count: left })}
          </Button>
          <span className={styles['soft']}>{t(isRunning ? 'said.handOverLater' : 'said.handOverText')}</span>
        </div>
      )}
    </>
  );
}

function Marks({ piece, mark }: { piece: FeedbackListed; mark: (marks: MarkFeedback) => unknown }) {
  const { t } = useTranslation('presenting');
  const { starred, takenUp, hidden } = piece;
  if (piece.handedOver) return <p className={styles['soft']}>{t('said.isHanded')}</p>;
  return (
    <div className={styles['marks']}>
      <Button size="small" kind="plain" aria-pressed={starred} onPress={() => mark({ starred: !starred })}>
        {t(starred ? 'said.unstar' : 'said.star')}
      </Button>
      <Button size="small" kind="plain" aria-pressed={takenUp} onPress={() => mark({ takenUp: !takenUp })}>
        {t(takenUp ? 'said.notTakenUp' : 'said.takeUp')}
      </Button>
      <Button size="small" kind="plain" aria-pressed={hidden} onPress={() => mark({ hidden: !hidden })}>
        {t(hidden ? 'said.show' : 'said.hide')}
      </Button>
    </div>
  );
}

/** As on the projector; what is hidden stands last. */
function inOrder(heard: readonly FeedbackListed[]): FeedbackListed[] {
  const rank = ({ hidden, takenUp, starred }: FeedbackListed): number => (hidden ? 3 : takenUp ? 2 : starred ? 0 : 1);
  return [...heard].sort((a, b) => rank(a) - rank(b));
}
