import type { CharterItemView, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { Tag, type TagProps } from '../ui/tag.tsx';
import { isClosed, Outcome, OutcomeDetails } from '../vote/outcome.tsx';
import styles from './charter.module.css';
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
  /** The item's words now. */
  text: string;
}

/** The latest closed vote on an item, folded; and what has changed since, unfolded. */
export function ItemStanding({ status, vote, text }: ItemStandingProps) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const format = useFormat();
  if (!vote || !isClosed(vote)) return null;
  return (
    <div className={styles['standing']}>
      {vote.stale && (
        <div className={styles['changed']}>
          <p>{t(status === 'stale' ? 'standing.stale' : 'standing.staleDraft')}</p>
          <WordingDifference before={vote.words} after={text} />
        </div>
      )}
      <details>
        <summary>
          {t('standing.vote')}: {word(`result.${vote.result.outcome}`)}, {format.time(vote.result.closedAt)}
        </summary>
        <div className={styles['result']}>
          <Outcome vote={vote} />
          <OutcomeDetails vote={vote} />
        </div>
      </details>
    </div>
  );
}
