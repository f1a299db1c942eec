import { positions } from '@board/shared/consensus/rules';
import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import type { ClosedVote } from '../vote/rounds.ts';
import { quorumFacts } from '../vote/vote-facts.ts';
import { subjectIn } from './record-subject.ts';
import styles from './votes-table.module.css';

/** The votes that adopted the charter, one line each; where that would be wider than the page, as pairs of what and how many. */
export function VotesTable({ votes, record }: { votes: readonly ClosedVote[]; record: AdoptionRecord }) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const format = useFormat();
  const heads = [
    t('record.rule'),
    t('record.kind'),
    t('record.turnout'),
    t('record.quorum'),
    ...positions.map((position) => word(`position.${position}`)),
    t('record.closed'),
  ];
  return (
    <table className={styles['votes']}>
      <thead>
        <tr>
          <th scope="col">{t('record.what')}</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {votes.map((vote, place) => {
          const { key, number } = subjectIn(record, vote.scope, place);
          const cells = [
            word(`ruleName.${vote.rule}`),
            word(`kind.${vote.secrecy}`),
            `${format.number(vote.turnout)} / ${format.number(vote.rollSize)}`,
            format.number(quorumFacts(vote).needed),
            ...positions.map((position) => format.number(vote.result.tally[position])),
            format.moment(vote.result.closedAt),
          ];
          return (
            <tr key={vote.id}>
              <th scope="row">{word(`of.${key}`, { number })}</th>
              {heads.map((head, at) => (
                <td key={head} data-head={head}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
