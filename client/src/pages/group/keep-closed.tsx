import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeGroup } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { mayNow } from '../../sync/rights.ts';
import { announce } from '../../ui/announcements.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { GroupStrategyProps } from './group-props.ts';

/** The group's own choice: to keep its strategy to itself until it has presented. Gone once it has. */
export function KeepClosed({ workshopId, groupId, group, view, me }: GroupStrategyProps) {
  const { t } = useTranslation('group');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (group.presented || !mayNow(me, { do: 'keep-closed', group: groupId }, view).allowed) return null;
  const change = async (keptClosed: boolean): Promise<void> => {
    setBusy(true);
    const answer = await changeGroup(workshopId, groupId, { keptClosed });
    setBusy(false);
    setRefusal(answer.ok ? null : answer.problem);
    if (answer.ok) announce(t(keptClosed ? 'closed.done' : 'closed.opened'));
  };
  return (
    <div>
      <Checkbox isSelected={group.keptClosed} isDisabled={isBusy} onChange={change} hint={t('closed.hint')}>
        {t('closed.keep')}
      </Checkbox>
      <RefusalBanner refusal={refusal} />
    </div>
  );
}
