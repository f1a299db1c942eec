import type { GroupMember } from '@board/shared/commands-present';
import type { PersonId } from '@board/shared/ids';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listMembers, nameRapporteur } from '../../api/presentations.ts';
import type { Refusal } from '../../api/request.ts';
import { mayNow } from '../../sync/rights.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './group.module.css';
import type { GroupStrategyProps } from './group-props.ts';

const nobody = 'nobody';

/** The group's own choice: who steps through its priorities in the plenary. */
export function RapporteurChoice({ workshopId, groupId, group, view, me }: GroupStrategyProps) {
  const { t } = useTranslation('group');
  const mayName = mayNow(me, { do: 'name-rapporteur', group: groupId }, view).allowed;
  const [members, setMembers] = useState<GroupMember[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sign = `${group.members} ${group.rapporteur?.name ?? ''}`;
  useEffect(() => {
    let isCurrent = mayName && sign !== '';
    if (isCurrent)
      void listMembers(workshopId, groupId).then((answer) => {
        if (isCurrent && answer.ok) setMembers(answer.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [workshopId, groupId, mayName, sign]);
  if (!mayName) return null;
  const name = async (value: string): Promise<void> => {
    const personId = value === nobody ? null : (value as PersonId);
    const answer = await nameRapporteur(workshopId, groupId, { personId });
    setRefusal(answer.ok ? null : answer.problem);
  };
  return (
    <div className={styles['rapporteur']}>
      <Select
        label={t('rapporteur.label')}
        hint={t('rapporteur.hint')}
        options={[
          { value: nobody as string, label: t('rapporteur.nobody') },
          ...members.map((one) => ({ value: one.personId as string, label: one.name })),
        ]}
        value={group.rapporteur?.personId ?? nobody}
        onChange={(value) => void name(value)}
      />
      <RefusalBanner refusal={refusal} />
    </div>
  );
}
