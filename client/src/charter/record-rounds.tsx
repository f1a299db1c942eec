import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { OutcomeDetails } from '../vote/outcome.tsx';
import type { ClosedVote } from '../vote/rounds.ts';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';
import { recordNamespaces, roundLines } from './record-lines.ts';
import { isAsAdopted, subjectIn } from './record-subject.ts';

interface RecordRoundsProps {
  rounds: readonly ClosedVote[];
  record: AdoptionRecord;
  isCopy: boolean;
}

/** Every vote on the way to adoption, in its order, or of a copy by link those that adopted it: when, by which rule, what it came to, and what was said. Words of then where they are others than those adopted. */
export function RecordRounds({ rounds, record, isCopy }: RecordRoundsProps) {
  const { t } = useTranslation(['charter', 'hall']);
  if (rounds.length === 0) return null;
  return (
    <section className={styles['rounds']} aria-labelledby="rounds">
      <h3 id="rounds">{t(isCopy ? 'hall:copy.rounds' : 'record.rounds')}</h3>
      <ol>
        {rounds.map((vote, place) => (
          <li key={vote.id}>
            <RoundOf vote={vote} place={place} record={record} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function RoundOf({ vote, place, record }: { vote: ClosedVote; place: number; record: AdoptionRecord }) {
  const { t } = useTranslation(recordNamespaces);
  const format = useFormat();
  const { result } = vote;
  const { key, number } = subjectIn(record, vote.scope, place);
  return (
    <>
      <p className={styles['roundHead']}>
        {t(`vote:of.${key}`, { number })}:{' '}
        {t(result.uncounted ? 'vote:result.uncounted' : `vote:result.${result.outcome}`)}
      </p>
      {roundLines(vote, { t, format }).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!isAsAdopted(vote, record) && (
        <div className={styles['then']}>
          <p className={styles['soft']}>{t('charter:record.then')}</p>
          <Wording text={vote.words} />
        </div>
      )}
      <OutcomeDetails vote={vote} />
      <p className={styles['fingerprint']}>
        <code>{vote.fingerprint}</code>
      </p>
    </>
  );
}
