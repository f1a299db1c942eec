import { limits } from '@board/shared/protocol/limits';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { GroupName } from './group-names.ts';
import styles from './start.module.css';

/** What can be done with one group of the form besides naming it. */
export type LineStep = 'up' | 'down' | 'remove';

export interface GroupLineProps {
  group: GroupName;
  place: number;
  last: number;
  onRename: (name: string) => void;
  onChoose: (what: LineStep) => void;
  onAddBelow: () => void;
}

/** One group of the form. */
export function GroupLine({ group, place, last, onRename, onChoose, onAddBelow }: GroupLineProps) {
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
