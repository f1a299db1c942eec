import type { LiveView, VoteScope, VoteView } from '@board/shared/live-view';
import { opensAt } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptableWithout, nextToAsk } from '../../charter/standing.ts';
import { Button } from '../../ui/button.tsx';
import { inOrder, roundsOnWhole } from '../../vote/rounds.ts';
import { openVotes } from '../../vote/vote-facts.ts';
import { AdoptWithout, type AdoptWithoutProps } from './adopt-without.tsx';
import styles from './charter-page.module.css';

/** A vote that is about to be opened. */
export interface AskedVote {
  scope: VoteScope;
  /** The vote by whose rules it is asked at first. */
  like?: VoteView | undefined;
}

interface NextItemProps {
  view: LiveView;
  onVote: (asked: AskedVote) => void;
}

/** The way through the items, one vote after the other: the next one. Nothing while a vote is open, or when the hall was asked about each. */
export function NextItem({ view, onVote }: NextItemProps) {
  const { t } = useTranslation('charter');
  const next = nextToAsk(view);
  if (!next || openVotes(view).length > 0) return null;
  const isDeciding = opensAt(view.stage, 'votes') && Object.keys(view.votes).length > 0;
  return (
    <Button
      size="small"
      kind={isDeciding ? 'primary' : 'quiet'}
      onPress={() => onVote({ scope: { kind: 'item', itemId: next.id }, like: inOrder(view.votes).at(-1) })}
    >
      {t('byItem.next', { number: next.number })}
    </Button>
  );
}

/** What a facilitator can do when the whole was not adopted: ask item by item, and then adopt what stands without the rest. */
export function ItemByItem({
  view,
  onVote,
  ...adopting
}: NextItemProps & Pick<AdoptWithoutProps, 'workshopId' | 'command'>) {
  const { t } = useTranslation('charter');
  const [isAsking, setAsking] = useState(false);
  const left = adoptableWithout(view);
  const hasFailed = roundsOnWhole(view.votes).at(-1) !== undefined;
  const next = nextToAsk(view);
  if (left === null && !hasFailed) return null;
  return (
    <div className={styles['byItem']}>
      {hasFailed && <p>{t('byItem.afterWhole')}</p>}
      <div className={styles['ways']}>
        <NextItem view={view} onVote={onVote} />
        {left && (
          <Button size="small" kind={next ? 'plain' : 'quiet'} onPress={() => setAsking(true)}>
            {t('without.button', { count: left.length })}
          </Button>
        )}
      </div>
      {isAsking && left && <AdoptWithout {...adopting} view={view} left={left} onClose={() => setAsking(false)} />}
    </div>
  );
}
