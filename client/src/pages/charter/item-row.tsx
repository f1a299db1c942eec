import type { LiveView } from '@board/shared/live-view';
import { type CharterItem, moveItem } from '@board/shared/model/charter';
import { useTranslation } from 'react-i18next';
import { amendmentsTo } from '../../charter/amendments.ts';
import { GroupMarks } from '../../charter/group-marks.tsx';
import { ItemStanding, StatusTag } from '../../charter/item-standing.tsx';
import { groupsOf } from '../../charter/source-changes.ts';
import type { Authors } from '../../charter/use-authors.ts';
import { useFormat } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { roundsOn } from '../../vote/rounds.ts';
import styles from './charter-page.module.css';
import { useEditing } from './editing-context.ts';
import { ItemTexts } from './item-texts.tsx';
import { anchorOf } from './place-name.ts';
import { RunningVote } from './running-vote.tsx';
import { SettleAmendments } from './settle-amendments.tsx';
import { SlotControl } from './slot-control.tsx';
import { SourceChangeNotes } from './source-change-notes.tsx';
import type { ItemActs } from './use-item-acts.tsx';

export interface ItemRowProps {
  item: CharterItem;
  /** From 0. */
  place: number;
  items: readonly CharterItem[];
  view: LiveView;
  isOpened: boolean;
  /** The whole charter is being voted on: no item can be. */
  isWholeOpen: boolean;
  /** Whose amendments are whose. */
  authors: Authors;
  acts: ItemActs;
  onVote: () => void;
}

/** One item: its words, where they came from, how it stands, and what can be done with it. */
export function ItemRow(props: ItemRowProps) {
  const { item, place, items, view, isOpened, isWholeOpen, authors, acts, onVote } = props;
  const { t } = useTranslation('charter');
  const { t: drafting } = useTranslation('drafting');
  const format = useFormat();
  const { workshopId, mayWrite } = useEditing();
  const seen = view.charter.items.find((one) => one.id === item.id);
  const status = seen?.status ?? 'draft';
  const vote = seen?.voteId ? view.votes[seen.voteId] : undefined;
  const groups = groupsOf(item.sources);
  const isVoting = status === 'voting' || isWholeOpen;
  const number = place + 1;
  return (
    <li className={styles['item']} id={anchorOf(item.id)} data-item={item.id}>
      <button
        type="button"
        className={styles['number']}
        data-handle
        draggable={mayWrite}
        disabled={!mayWrite}
        aria-label={drafting('move.handle', { number })}
      >
        {format.number(number)}
      </button>
      <div className={styles['body']}>
        <ItemTexts
          {...{ item, number, isOpened }}
          {...(isVoting ? {} : { onSplit: (at) => acts.split(item, number, at) })}
        />
        <div className={styles['line']}>
          <span className={styles['source']}>
            {groups.length > 0 ? <GroupMarks {...{ workshopId, view, groups }} /> : t('item.plenary')}
          </span>
          <StatusTag status={status} />
          <span className={styles['buttons']}>
            <ItemMenu {...{ item, place, items, isVoting, acts }} />
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
        {vote && status === 'voting' && <RunningVote key={vote.id} workshopId={workshopId} view={view} vote={vote} />}
        <ItemStanding status={status} vote={vote} rounds={roundsOn(view.votes, item.id)} text={item.text} />
        {vote && <SlotControl key={`slot-${vote.id}`} workshopId={workshopId} vote={vote} />}
        <SourceChangeNotes {...{ item, items, view, isVoting }} />
        <SettleAmendments
          {...{ view, isVoting, authors }}
          amendments={amendmentsTo(view, item.id)}
          words={item.text}
          name={t('item.label', { number })}
        />
      </div>
    </li>
  );
}

type ItemMenuProps = Pick<ItemRowProps, 'item' | 'place' | 'items' | 'acts'> & { isVoting: boolean };

function ItemMenu({ item, place, items, isVoting, acts }: ItemMenuProps) {
  const { t } = useTranslation('charter');
  const { t: drafting } = useTranslation('drafting');
  const { doc, origin, mayWrite } = useEditing();
  const number = place + 1;
  const act = (choice: 'up' | 'down' | 'merge' | 'remove'): void => {
    if (choice === 'remove') acts.remove(item, number);
    else if (choice === 'merge') acts.merge(item);
    else moveItem(doc, item.id, (choice === 'up' ? items[place - 2] : items[place + 1])?.id ?? null, origin);
  };
  const isFixed = !mayWrite || isVoting;
  return (
    <Menu
      kind="plain"
      size="small"
      label={t('item.order')}
      ariaLabel={t('item.more', { number })}
      items={[
        { id: 'up', label: t('item.up'), isDisabled: !mayWrite || place === 0 },
        { id: 'down', label: t('item.down'), isDisabled: !mayWrite || place === items.length - 1 },
        { id: 'merge', label: drafting('merge.choice'), isDisabled: isFixed || items.length < 2 },
        { id: 'remove', label: t('item.remove'), danger: true, isDisabled: isFixed },
      ]}
      onChoose={act}
    />
  );
}
