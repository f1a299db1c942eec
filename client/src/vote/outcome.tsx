import { positions } from '@board/shared/consensus/rules';
import type { VoteResult, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { nameAmong } from '../foreign-name.ts';
import { useFormat } from '../format.ts';
import { handLines } from './hand-lines.ts';
import styles from './outcome.module.css';
import { TallyTable } from './tally-table.tsx';
import { quorumFacts } from './vote-facts.ts';

type Closed = VoteView & { result: VoteResult };

/** True for a vote that is closed. */
export function isClosed(vote: VoteView): vote is Closed {
  return vote.result !== null;
}

/** What a closed vote came to: the outcome in words, why, the ballots by position and of how many. Sizes follow the text around it. */
export function Outcome({ vote }: { vote: Closed }) {
  const { t } = useTranslation('vote');
  const { tally, outcome, uncounted, lifted } = vote.result;
  if (uncounted) return <Uncounted />;
  const { needed } = quorumFacts(vote);
  return (
    <div className={styles['outcome']} data-outcome={outcome}>
      <p className={styles['word']}>{t(`result.${outcome}`)}</p>
      <p className={styles['why']}>
        {outcome !== 'no-quorum' && `${t(`result.why.${outcome}-${vote.rule}`, { count: tally.block })} `}
        {t('result.base', { turnout: vote.turnout, roll: vote.rollSize, needed })}
        {vote.byHand > 0 && ` ${t('result.byHand', { byHand: vote.byHand })}`}
        {lifted !== undefined && ` ${t('result.lifted', { lifted })}`}
      </p>
      <TallyTable vote={vote} />
    </div>
  );
}

/** A vote whose ballots were not in the backup that the board comes from. No numbers: they would say something about what people wanted. */
function Uncounted() {
  const { t } = useTranslation('vote');
  return (
    <div className={styles['outcome']} data-outcome="no-quorum">
      <p className={styles['word']}>{t('result.uncounted')}</p>
      <p className={styles['why']}>{t('result.whyUncounted')}</p>
    </div>
  );
}

/** Reasons and remarks, and in a named vote who took which position. Nothing where there is nothing to say. */
export function OutcomeDetails({ vote }: { vote: Closed }) {
  const { t } = useTranslation('vote');
  const { remarks, named } = vote.result;
  return (
    <>
      {remarks.length > 0 && (
        <section className={styles['details']}>
          <h3>{t('result.remarks')}</h3>
          <Remarks remarks={remarks} />
        </section>
      )}
      {named && <Named vote={vote} named={named} />}
    </>
  );
}

/** Remarks, each under its position; who said it in a named vote. */
function Remarks({ remarks }: { remarks: VoteResult['remarks'] }) {
  const { t } = useTranslation('vote');
  return (
    <ul className={styles['remarks']}>
      {keyed(remarks).map(({ key, value: remark }) => (
        <li key={key}>
          <span className={styles['who']}>
            {t(remark.position === 'stand-aside' ? 'result.minorityNote' : `position.${remark.position}`)}
            {remark.person && (
              <>
                {' · '}
                <bdi>{remark.person}</bdi>
              </>
            )}
          </span>
          <p dir="auto">{remark.text}</p>
        </li>
      ))}
    </ul>
  );
}

function Named({ vote, named }: { vote: Closed; named: NonNullable<VoteResult['named']> }) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  return (
    <section className={styles['details']}>
      <h3>{t('result.named')}</h3>
      <dl>
        {positions
          .map((position) => ({ position, people: named.filter((one) => one.position === position) }))
          .filter(({ people }) => people.length > 0)
          .map(({ position, people }) => (
            <div key={position}>
              <dt>{t(`position.${position}`)}</dt>
              <dd>{format.list(people.map((one) => nameAmong(one.person, t('result.named'))))}</dd>
            </div>
          ))}
        {handLines(vote, t, format).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A list that never changes, with keys. */
function keyed<Value>(list: readonly Value[]): { key: string; value: Value }[] {
  return list.map((value, place) => ({ key: String(place), value }));
}
