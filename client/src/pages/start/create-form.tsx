import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createWorkshop } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { GroupList, type GroupSource } from './group-list.tsx';
import { groupNames, namesOf } from './group-names.ts';
import styles from './start.module.css';
import { useCreation } from './use-creation.ts';

const emptyFacts = { title: '', country: '', cycle: '', createKey: '' };

/** Everything a new workshop needs: a title and its groups. The rest can stay empty. */
export function CreateForm({ keyNeeded }: { keyNeeded: boolean }) {
  const { t } = useTranslation('start');
  const [facts, setFacts] = useState(emptyFacts);
  const [source, setSource] = useState<GroupSource>('preset');
  const [groups, setGroups] = useState(() => groupNames(t('groups.themes', { returnObjects: true })));
  const [wasSent, setSent] = useState(false);
  const { create, isBusy, refusal } = useCreation();
  const set = (name: keyof typeof facts) => (value: string) => setFacts((before) => ({ ...before, [name]: value }));
  const names = namesOf(groups);
  const title = facts.title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (title === '' || names.length === 0) return;
    const filled = Object.fromEntries(
      (['country', 'cycle', 'createKey'] as const).map((name) => [name, facts[name].trim()]).filter(([, text]) => text),
    );
    void create(() => createWorkshop({ title, groups: names, ...filled }), title);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h2>{t('create.title')}</h2>
      <TextField
        label={t('create.name')}
        hint={t('create.nameHint')}
        value={facts.title}
        onChange={set('title')}
        maxLength={limits.shortText}
        error={wasSent && title === '' ? t('create.nameMissing') : undefined}
      />
      <div className={styles['pair']}>
        <TextField optional label={t('create.country')} value={facts.country} onChange={set('country')} />
        <TextField
          optional
          label={t('create.cycle')}
          placeholder={t('create.cycleHint')}
          value={facts.cycle}
          onChange={set('cycle')}
        />
      </div>
      <GroupList
        source={source}
        groups={groups}
        onChange={(nextSource, nextGroups) => {
          setSource(nextSource);
          setGroups(nextGroups);
        }}
        error={wasSent && names.length === 0 ? t('groups.missing') : undefined}
      />
      {keyNeeded && (
        <TextField
          label={t('create.key')}
          hint={t('create.keyHint')}
          type="password"
          autoComplete="off"
          value={facts.createKey}
          onChange={set('createKey')}
        />
      )}
      <RefusalBanner refusal={refusal} />
      <div>
        <Button kind="primary" size="large" type="submit" busy={isBusy}>
          {t('create.go')}
        </Button>
      </div>
    </form>
  );
}
