import type { CharterItemView, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { Tag, type TagProps } from '../ui/tag.tsx';
import { isClosed } from '../vote/outcome.tsx';
import type { ClosedVote } from '../vote/rounds.ts';
import { SlotWords } from '../vote/slot-words.tsx';
import styles from './charter.module.css';
import { Round } from './round.tsx';
import { WordingDifference } from './wording-difference.tsx';

type Status = CharterItemView['status'];

const tones: Readonly<Record<Status, NonNullable<TagProps['tone']>>> = {
  draft: 'neutral',
  voting: 'accent',
  adopted: 'good',
  'not-adopted': 'danger',
  stale: 'warning',
};

/** An item's standing in one word. */
export function StatusTag({ status }: { status: Status }) {
  const { t } = useTranslation('charter');
  return (
    <Tag tone={tones[status]} {...(status === 'adopted' ? { icon: 'check' as const } : {})}>
      {t(`status.${status}`)}
    </Tag>
  );
}

export interface ItemStandingProps {
  status: Status;
  /** The latest vote on the item. */
  vote: VoteView | undefined;
  /** All closed votes on the item, the first round first. */
  rounds: readonly ClosedVote[];
  /** The item's words now. */
  text: string;
}

/** What has changed since the latest vote on an item, unfolded; and all its rounds, each folded. */
export function ItemStanding({ status, vote, rounds, text }: ItemStandingProps) {
  const { t } = useTranslation('charter');
  if (rounds.length === 0) return null;
  return (
    <div className={styles['standing']}>
      {vote && isClosed(vote) && vote.stale && (
        <div className={styles['changed']}>
          <p>{t(status === 'stale' ? 'standing.stale' : 'standing.staleDraft')}</p>
          <WordingDifference before={vote.words} after={text} />
        </div>
      )}
      {vote && <SlotWords vote={vote} />}
      {rounds.map((round, place) => (
        <Round
          key={round.id}
          vote={round}
          name={rounds.length === 1 ? t('standing.vote') : t('standing.round', { number: place + 1 })}
        />
      ))}
    </div>
  );
}
