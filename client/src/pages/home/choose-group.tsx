import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMe } from '../../api/commands.ts';
import { meStores } from '../../sync/me.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import styles from './landing.module.css';
import { orderedGroups } from './ordered-groups.ts';
import { useCommand } from './use-command.ts';

/** For those who joined before they knew their group. */
export function ChooseGroup({ workshopId, view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('home');
  const [chosen, setChosen] = useState<GroupId | null>(null);
  const { run, isBusy, refusal } = useCommand();
  const choose = () =>
    run(async () => {
      const answer = await changeMe(workshopId, { groupId: chosen });
      if (answer.ok) meStores.get(workshopId).set(answer.value);
      return answer;
    });
  return (
    <section className={styles['choose']}>
      <RadioCards
        label={t('landing.choose')}
        value={chosen}
        onChange={setChosen}
        cards={orderedGroups(view).map(({ id, group }) => ({
          value: id,
          label: group.name,
          mark: <GroupMark name={group.name} place={group.place} />,
        }))}
      />
      <RefusalBanner refusal={refusal} />
      <div>
        <Button kind="primary" isDisabled={chosen === null} busy={isBusy} onPress={choose}>
          {t('landing.chooseGo')}
        </Button>
      </div>
    </section>
  );
}
