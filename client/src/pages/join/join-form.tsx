import type { CodeFound } from '@board/shared/commands';
import type { GroupId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinWorkshop } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './join.module.css';
import { OtherWays } from './other-ways.tsx';
import { useEntering } from './use-entering.ts';

const noGroupYet = 'later';

/** Name, organisation, group. */
export function JoinForm({ code, workshop }: { code: string; workshop: CodeFound }) {
  const { t } = useTranslation('join');
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [group, setGroup] = useState<string | null>(null);
  const [wasSent, setSent] = useState(false);
  const { enter, busyAs, refusal } = useEntering<'member' | 'observer'>(workshop.workshopId);
  const nameField = useRef<HTMLInputElement>(null);
  const isNamed = name.trim() !== '';
  const who = { code, name: name.trim(), ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }) };
  const joinAs = (role: 'member' | 'observer', groupId: GroupId | null) => {
    setSent(true);
    // The field may be far above the button on a phone.
    if (!isNamed) nameField.current?.focus();
    else void enter(role, () => joinWorkshop(workshop.workshopId, { ...who, role, ...(groupId ? { groupId } : {}) }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    joinAs('member', group === noGroupYet ? null : (group as GroupId | null));
  };
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
        inputRef={nameField}
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
      <GroupCards groups={workshop.groups} value={group} onChange={setGroup} />
      <RefusalBanner refusal={refusal} />
      <Button kind="primary" size="large" wide type="submit" busy={busyAs === 'member'}>
        {t('go')}
      </Button>
      <OtherWays busyAs={busyAs} onObserve={() => joinAs('observer', null)} />
    </form>
  );
}

interface GroupCardsProps {
  groups: CodeFound['groups'];
  value: string | null;
  onChange: (value: string) => void;
}

function GroupCards({ groups, value, onChange }: GroupCardsProps) {
  const { t } = useTranslation('join');
  const cards = groups.map(({ id, name }, place) => ({
    value: id as string,
    label: name,
    mark: <GroupMark name={name} place={place} />,
  }));
  const later = { value: noGroupYet, label: t('group.later'), meaning: t('group.laterMeaning') };
  return <RadioCards label={t('group.label')} value={value} onChange={onChange} cards={[...cards, later]} />;
}
