import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { Outcome, OutcomeDetails } from '../vote/outcome.tsx';
import type { ClosedVote } from '../vote/rounds.ts';
import { RuleWords } from '../vote/rule-words.tsx';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';

/** One round of voting, folded: when, on which words of then, by which rule, and what it came to. */
export function Round({ vote, name }: { vote: ClosedVote; name: string }) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  return (
    <details>
      <summary>
        {name}: {t(`result.${vote.result.outcome}`)}, {format.moment(vote.result.closedAt)}
      </summary>
      <div className={styles['result']}>
        {vote.stale && <Wording text={vote.words} />}
        <Outcome vote={vote} />
        <RuleWords vote={vote} />
        <OutcomeDetails vote={vote} />
      </div>
    </details>
  );
}
