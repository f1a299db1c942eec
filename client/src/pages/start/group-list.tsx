import { limits } from '@board/shared/protocol/limits';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
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
  const focusLine = (key: number) =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>(`[data-line="${key}"] input`)?.focus());
  const addAfter = (key: number | null) => {
    const added = withLineAfter(groups, key);
    onChange(source, added.list);
    focusLine(added.key);
  };
  const move = (key: number, by: number) => {
    onChange(source, withLineMoved(groups, key, by));
    focusLine(key);
  };
  const begin = (chosen: GroupSource) =>
    onChange(chosen, groupNames(chosen === 'preset' ? t('groups.themes', { returnObjects: true }) : ['', '', '']));
  const choose = (key: number, what: 'up' | 'down' | 'remove') => {
    if (what === 'remove')
      onChange(
        source,
        groups.filter((group) => group.key !== key),
      );
    else move(key, what === 'up' ? -1 : 1);
  };
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
          <Line
            key={group.key}
            group={group}
            place={place}
            last={groups.length - 1}
            onRename={(name) =>
              onChange(
                source,
                groups.map((other) => (other === group ? { ...group, name } : other)),
              )
            }
            onChoose={(what) => choose(group.key, what)}
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

interface LineProps {
  group: GroupName;
  place: number;
  last: number;
  onRename: (name: string) => void;
  onChoose: (what: 'up' | 'down' | 'remove') => void;
  onAddBelow: () => void;
}

function Line({ group, place, last, onRename, onChoose, onAddBelow }: LineProps) {
  const { t } = useTranslation('start');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onAddBelow();
    else if (event.altKey && event.key === 'ArrowUp') onChoose('up');
    else if (event.altKey && event.key === 'ArrowDown') onChoose('down');
    else return;
    event.preventDefault();
  };
  return (
    <li className={styles['line']} data-line={group.key}>
      <GroupMark name={group.name} place={place} />
      <TextField
        labelHidden
        label={t('groups.name', { place: place + 1 })}
        value={group.name}
        onChange={onRename}
        maxLength={limits.shortText}
        onKeyDown={onKeyDown}
      />
      <Menu
        kind="plain"
        size="small"
        icon="expand"
        label={t('groups.change')}
        ariaLabel={t('groups.changeOf', { place: place + 1 })}
        items={[
          { id: 'up', label: t('groups.up'), isDisabled: place === 0 },
          { id: 'down', label: t('groups.down'), isDisabled: place === last },
          { id: 'remove', label: t('groups.remove'), danger: true },
        ]}
        onChoose={onChoose}
      />
    </li>
  );
}
