import { positions } from '@board/shared/consensus/rules';
import type { AdoptionRecord as Adoption, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { isClosed, OutcomeDetails } from '../vote/outcome.tsx';
import { quorumFacts } from '../vote/vote-facts.ts';
import styles from './charter.module.css';

/** How the charter was adopted: when, by which votes, with which reservations. Printed with it. */
export function AdoptionRecord({ record }: { record: Adoption }) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const isWhole = record.votes.some((vote) => vote.scope.kind === 'charter');
  const votes = record.votes.filter(isClosed);
  return (
    <section className={styles['record']} aria-labelledby="record">
      <h2 id="record">{t('record.title')}</h2>
      <p>
        {t('record.adopted', { moment: format.moment(record.adoptedAt) })}.{' '}
        {t(isWhole ? 'record.byWhole' : 'record.byItems')}
      </p>
      <div className={styles['tableFrame']}>
        <VotesTable votes={votes} />
      </div>
      {votes.map((vote) => (
        <OutcomeDetails key={vote.id} vote={vote} />
      ))}
      <p className={styles['fingerprint']}>
        {t('record.fingerprint')}: <code>{record.fingerprint}</code>
        <span>{t('record.fingerprintHint')}</span>
      </p>
    </section>
  );
}

function VotesTable({ votes }: { votes: readonly VoteView[] }) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const format = useFormat();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('record.what')}</th>
          <th scope="col">{t('record.rule')}</th>
          <th scope="col">{t('record.kind')}</th>
          <th scope="col">{t('record.turnout')}</th>
          <th scope="col">{t('record.quorum')}</th>
          {positions.map((position) => (
            <th key={position} scope="col">
              {word(`position.${position}`)}
            </th>
          ))}
          <th scope="col">{t('record.closed')}</th>
        </tr>
      </thead>
      <tbody>
        {votes.map((vote, place) => (
          <tr key={vote.id}>
            <th scope="row">
              {vote.scope.kind === 'charter' ? word('of.charter') : word('of.item', { number: place + 1 })}
            </th>
            <td>{word(`ruleName.${vote.rule}`)}</td>
            <td>{word(`kind.${vote.secrecy}`)}</td>
            <td>
              {format.number(vote.turnout)} / {format.number(vote.rollSize)}
            </td>
            <td>{format.number(quorumFacts(vote).needed)}</td>
            {positions.map((position) => (
              <td key={position}>{format.number(vote.result?.tally[position] ?? 0)}</td>
            ))}
            <td>{vote.result && format.moment(vote.result.closedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
