import type { LiveView } from '@board/shared/live-view';
import { type CharterItem, itemFragment, moveItem } from '@board/shared/model/charter';
import { useTranslation } from 'react-i18next';
import { ItemStanding, StatusTag } from '../../charter/item-standing.tsx';
import { useFormat } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './charter-page.module.css';
import { EditableText } from './editable-text.tsx';
import { useEditing } from './editing-context.ts';
import { RunningVote } from './running-vote.tsx';

export interface ItemRowProps {
  item: CharterItem;
  /** From 0. */
  place: number;
  items: readonly CharterItem[];
  view: LiveView;
  isOpened: boolean;
  /** The whole charter is being voted on: no item can be. */
  isWholeOpen: boolean;
  onVote: () => void;
  onRemoved: (item: CharterItem, number: number) => void;
}

/** One item: its words, where they came from, how it stands, and what can be done with it. */
export function ItemRow({ item, place, items, view, isOpened, isWholeOpen, onVote, onRemoved }: ItemRowProps) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const { workshopId, doc, origin, mayWrite } = useEditing();
  const fragment = itemFragment(doc, item.id);
  const seen = view.charter.items.find((one) => one.id === item.id);
  const status = seen?.status ?? 'draft';
  const vote = seen?.voteId ? view.votes[seen.voteId] : undefined;
  const group = item.groupId === null ? undefined : view.groups[item.groupId];
  const number = place + 1;
  const act = (choice: 'up' | 'down' | 'remove'): void => {
    if (choice === 'remove') onRemoved(item, number);
    else moveItem(doc, item.id, (choice === 'up' ? items[place - 2] : items[place + 1])?.id ?? null, origin);
  };
  return (
    <li className={styles['item']}>
      <span className={styles['number']}>{format.number(number)}</span>
      <div className={styles['body']}>
        {fragment && (
          <EditableText
            fragment={fragment}
            cell={`item.${item.id}`}
            label={t('item.edit', { number })}
            hint={t('hint.item')}
            isItem
            isOpened={isOpened}
          />
        )}
        <div className={styles['line']}>
          <span className={styles['source']}>
            {group ? <GroupMark name={group.name} place={group.place} withName size="small" /> : t('item.plenary')}
          </span>
          <StatusTag status={status} />
          <span className={styles['buttons']}>
            <Menu
              kind="plain"
              size="small"
              label={t('item.order')}
              ariaLabel={t('item.more', { number })}
              items={[
                { id: 'up', label: t('item.up'), isDisabled: !mayWrite || place === 0 },
                { id: 'down', label: t('item.down'), isDisabled: !mayWrite || place === items.length - 1 },
                {
                  id: 'remove',
                  label: t('item.remove'),
                  danger: true,
                  isDisabled: !mayWrite || status === 'voting' || isWholeOpen,
                },
              ]}
              onChoose={act}
            />
            {status !== 'voting' && (
              <Button
                size="small"
                kind={status === 'adopted' ? 'plain' : 'quiet'}
                isDisabled={isWholeOpen || item.text === ''}
                onPress={onVote}
              >
                {t(vote ? 'item.voteAgain' : 'item.vote')}
              </Button>
            )}
          </span>
        </div>
        {vote && status === 'voting' && <RunningVote workshopId={workshopId} view={view} vote={vote} />}
        <ItemStanding status={status} vote={vote} text={item.text} />
      </div>
    </li>
  );
}
