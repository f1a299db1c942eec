import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createWorkshop } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyFacts, FactFields, type Facts } from './fact-fields.tsx';
import { GroupList, type GroupSource } from './group-list.tsx';
import { groupNames, namesOf } from './group-names.ts';
import styles from './start.module.css';
import { useCreation } from './use-creation.ts';

/** Everything a new workshop needs: a title and its groups. The rest can stay empty. */
export function CreateForm({ keyNeeded }: { keyNeeded: boolean }) {
  const { t } = useTranslation('start');
  const [facts, setFacts] = useState(emptyFacts);
  const [source, setSource] = useState<GroupSource>('preset');
  const [groups, setGroups] = useState(() => groupNames(t('groups.themes', { returnObjects: true })));
  const [wasSent, setSent] = useState(false);
  const { create, isBusy, refusal } = useCreation();
  const titleField = useRef<HTMLInputElement>(null);
  const change = (changed: Partial<Facts>) => setFacts((before) => ({ ...before, ...changed }));
  const names = namesOf(groups);
  const title = facts.title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (title === '') titleField.current?.focus();
    if (title === '' || names.length === 0) return;
    const filled = Object.fromEntries(
      (['country', 'cycle', 'createKey'] as const).map((name) => [name, facts[name].trim()]).filter(([, text]) => text),
    );
    void create(() => createWorkshop({ title, groups: names, ...filled }), title);
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <h2>{t('create.title')}</h2>
      <FactFields facts={facts} onChange={change} titleField={titleField} titleMissing={wasSent && title === ''} />
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
          onChange={(createKey) => change({ createKey })}
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
