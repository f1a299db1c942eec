import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type FeedbackMode, feedbackModes } from '@board/shared/presentation';
import { opensAt } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { beginPresentation, changePresentation, endPresentation, nameRapporteur } from '../../api/presentations.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Select } from '../../ui/select.tsx';
import { Tag } from '../../ui/tag.tsx';
import { orderedGroups } from '../home/ordered-groups.ts';
import { useCommand } from '../home/use-command.ts';
import { usePeople } from '../home/use-people.ts';
import { NextGroup } from './next-group.tsx';
import styles from './presenting.module.css';

const nobody = 'nobody';

/** Who presents, who stands up for the group, how the hall answers: the facilitator's side of a presentation. */
export function PresentingControl({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation(['presenting', 'frame']);
  const { run, isBusy, refusal } = useCommand();
  const { presentation } = view;
  const [chosen, setChosen] = useState<FeedbackMode>('named');
  const mode = presentation?.feedback ?? chosen;
  const setMode = (feedback: FeedbackMode): void => {
    setChosen(feedback);
    if (presentation) void run(() => changePresentation(workshopId, presentation.id, { feedback }));
  };
  const end = (presented: boolean): void => {
    if (presentation) void run(() => endPresentation(workshopId, presentation.id, { presented }), t('control.ended'));
  };
  return (
    <section className={styles['part']} aria-labelledby="control">
      <h2 id="control">{t('control.title')}</h2>
      <div className={styles['buttons']}>
        <NextGroup workshopId={workshopId} view={view} feedback={mode} />
        {presentation && (
          <>
            <Button isDisabled={isBusy} onPress={() => end(true)}>
              {t('control.end')}
            </Button>
            <Button kind="plain" isDisabled={isBusy} onPress={() => end(false)}>
              {t('control.stop')}
            </Button>
          </>
        )}
      </div>
      <SegmentedChoice
        label={t('control.feedback')}
        value={mode}
        onChange={setMode}
        options={feedbackModes.map((value) => ({ value, label: t(`control.mode.${value}`) }))}
      />
      <p className={styles['soft']}>
        {mode === 'off' || opensAt(view.stage, 'feedback')
          ? t(`control.modeText.${mode}`)
          : t('frame:errors.stage-closes-feedback')}
      </p>
      <RefusalBanner refusal={refusal} />
      <Groups workshopId={workshopId} view={view} mode={mode} />
    </section>
  );
}

/** Every group in its order, whom it sends up, and the button with which it presents. */
function Groups({ workshopId, view, mode }: { workshopId: WorkshopId; view: LiveView; mode: FeedbackMode }) {
  const { t } = useTranslation(['presenting', 'frame']);
  const { run, isBusy, refusal } = useCommand();
  const { people } = usePeople(workshopId, view);
  const membersOf = (group: GroupId) => people.filter((one) => one.role === 'member' && one.groupId === group);
  const name = (group: GroupId, personId: PersonId | null) =>
    void run(() => nameRapporteur(workshopId, group, { personId }));
  return (
    <>
      <ul className={styles['list']}>
        {orderedGroups(view).map(({ id, group }) => {
          const isNow = view.presentation?.groupId === id;
          return (
            <li key={id} className={styles['line']}>
              <span className={styles['who']}>
                <GroupMark name={group.name} place={group.place} withName />
                {isNow && <Tag tone="accent">{t('control.now')}</Tag>}
                {group.presented && !isNow && <Tag tone="good">{t('control.presented')}</Tag>}
              </span>
              <Select
                compact
                labelHidden
                label={t('control.rapporteurOf', { group: group.name })}
                options={[
                  { value: nobody as string, label: t('control.noRapporteur') },
                  ...membersOf(id).map((one) => ({ value: one.personId as string, label: one.name })),
                ]}
                value={group.rapporteur?.personId ?? nobody}
                onChange={(value) => name(id, value === nobody ? null : (value as PersonId))}
              />
              <Button
                size="small"
                kind="plain"
                isDisabled={isNow || isBusy || view.stage === 'closed'}
                aria-label={t('control.presentOf', { group: group.name })}
                onPress={() =>
                  run(
                    () => beginPresentation(workshopId, { groupId: id, feedback: mode }),
                    t('frame:presenting.now', { group: group.name }),
                  )
                }
              >
                {t('control.present')}
              </Button>
            </li>
          );
        })}
      </ul>
      <RefusalBanner refusal={refusal} />
    </>
  );
}
