import { positions } from '@board/shared/consensus/rules';
import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import type { ClosedVote } from '../vote/rounds.ts';
import { quorumFacts } from '../vote/vote-facts.ts';
import { subjectIn } from './record-subject.ts';

/** The votes that adopted the charter, one line each. */
export function VotesTable({ votes, record }: { votes: readonly ClosedVote[]; record: AdoptionRecord }) {
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
        {votes.map((vote, place) => {
          const { key, number } = subjectIn(record, vote.scope, place);
          return (
            <tr key={vote.id}>
              <th scope="row">{word(`of.${key}`, { number })}</th>
              <td>{word(`ruleName.${vote.rule}`)}</td>
              <td>{word(`kind.${vote.secrecy}`)}</td>
              <td>
                {format.number(vote.turnout)} / {format.number(vote.rollSize)}
              </td>
              <td>{format.number(quorumFacts(vote).needed)}</td>
              {positions.map((position) => (
                <td key={position}>{format.number(vote.result.tally[position])}</td>
              ))}
              <td>{format.moment(vote.result.closedAt)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
