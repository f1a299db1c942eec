import { limits } from '@board/shared/protocol/limits';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { GroupLine, type LineStep } from './group-line.tsx';
import { type GroupName, groupNames, withLineAfter, withLineMoved } from './group-names.ts';
import styles from './start.module.css';

export type GroupSource = 'preset' | 'own';

export interface GroupListProps {
  source: GroupSource;
  groups: readonly GroupName[];
  onChange: (source: GroupSource, groups: GroupName[]) => void;
  error: string | undefined;
}

/** The groups of a new workshop: a preset of themes or own names; rename, add, remove, move by button or by key. */
export function GroupList({ source, groups, onChange, error }: GroupListProps) {
  const { t } = useTranslation('start');
  const list = useRef<HTMLOListElement>(null);
  const { begin, rename, addAfter, take } = useSteps(groups, (next, chosen = source) => onChange(chosen, next), list);
  return (
    <fieldset className={styles['groups']}>
      <legend>{t('groups.title')}</legend>
      <p className={styles['hint']}>{t('groups.hint')}</p>
      <SegmentedChoice
        labelHidden
        label={t('groups.start')}
        value={source}
        onChange={begin}
        options={[
          { value: 'preset', label: t('groups.preset') },
          { value: 'own', label: t('groups.own') },
        ]}
      />
      <ol className={styles['lines']} ref={list}>
        {groups.map((group, place) => (
          <GroupLine
            key={group.key}
            group={group}
            place={place}
            last={groups.length - 1}
            onRename={(name) => rename(group.key, name)}
            onChoose={(step) => take(group.key, step)}
            onAddBelow={() => addAfter(group.key)}
          />
        ))}
      </ol>
      {error && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <div className={styles['add']}>
        <Button icon="add" size="small" isDisabled={groups.length >= limits.groups} onPress={() => addAfter(null)}>
          {t('groups.add')}
        </Button>
        <span className={styles['hint']}>{t('groups.keys')}</span>
      </div>
    </fieldset>
  );
}

/** What the form does with its list; the focus follows the line that was added or moved. */
function useSteps(
  groups: readonly GroupName[],
  change: (next: GroupName[], source?: GroupSource) => void,
  list: RefObject<HTMLElement | null>,
) {
  const { t } = useTranslation('start');
  const focusLine = (key: number) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-line="${key}"] input`)?.focus());
  return {
    begin: (source: GroupSource) =>
      change(groupNames(source === 'preset' ? t('groups.themes', { returnObjects: true }) : ['', '', '']), source),
    rename: (key: number, name: string) =>
      change(groups.map((group) => (group.key === key ? { ...group, name } : group))),
    addAfter: (key: number | null) => {
      const added = withLineAfter(groups, key);
      change(added.list);
      focusLine(added.key);
    },
    take: (key: number, step: LineStep) => {
      if (step === 'remove') change(groups.filter((group) => group.key !== key));
      else {
        change(withLineMoved(groups, key, step === 'up' ? -1 : 1));
        focusLine(key);
      }
    },
  };
}
