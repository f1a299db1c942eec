import type { CodeFound, JoinWorkshop } from '@board/shared/commands';
import type { GroupId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { joinWorkshop } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { meStores } from '../../sync/me.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './join.module.css';
import { OtherWays } from './other-ways.tsx';

const noGroupYet = 'later';

/** Name, organisation, group. */
export function JoinForm({ code, workshop }: { code: string; workshop: CodeFound }) {
  const { t } = useTranslation('join');
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const [wasSent, setSent] = useState(false);
  const { join, busyAs, refusal } = useJoining(workshop);
  const isNamed = name.trim() !== '';
  const who = { code, name: name.trim(), ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const groupId = group === null || group === noGroupYet ? {} : { groupId: group as GroupId };
    if (isNamed) void join({ ...who, ...groupId, role: 'member' });
  };
  const cards = workshop.groups.map(({ id, name: label }, place) => ({
    value: id as string,
    label,
    mark: <GroupMark name={label} place={place} />,
  }));
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h1 dir="auto">{workshop.title}</h1>
      <TextField
        label={t('name.label')}
        hint={t('name.hint')}
        value={name}
        onChange={setName}
        maxLength={limits.shortText}
        autoComplete="name"
        error={wasSent && !isNamed ? t('name.missing') : undefined}
      />
      <TextField
        optional
        label={t('organisation')}
        value={organisation}
        onChange={setOrganisation}
        maxLength={limits.shortText}
        autoComplete="organization"
      />
      <RadioCards
        label={t('group.label')}
        value={group}
        onChange={setGroup}
        cards={[...cards, { value: noGroupYet, label: t('group.later'), meaning: t('group.laterMeaning') }]}
      />
      <RefusalBanner refusal={refusal} />
      <Button kind="primary" size="large" wide type="submit" busy={busyAs === 'member'}>
        {t('go')}
      </Button>
      <OtherWays
        busyAs={busyAs}
        onObserve={() => {
          setSent(true);
          if (isNamed) void join({ ...who, role: 'observer' });
        }}
        onBecomeScreen={(screenName) => void join({ code, name: screenName, role: 'screen' })}
      />
    </form>
  );
}

/** Joins, and leads on: members and observers to the workshop, a screen to the plenary. */
function useJoining({ workshopId }: CodeFound) {
  const [, go] = useLocation();
  const [busyAs, setBusyAs] = useState<JoinWorkshop['role'] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const join = async (body: JoinWorkshop): Promise<void> => {
    setBusyAs(body.role);
    setRefusal(null);
    const answer = await joinWorkshop(workshopId, body);
    setBusyAs(null);
    if (!answer.ok) {
      setRefusal(answer.problem);
      return;
    }
    void meStores.get(workshopId).refresh();
    go(`/w/${workshopId}${body.role === 'screen' ? '/plenary' : ''}`, { replace: true });
  };
  return { join, busyAs, refusal };
}
