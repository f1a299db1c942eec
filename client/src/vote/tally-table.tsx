import { positions } from '@board/shared/consensus/rules';
import type { VoteResult, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './outcome.module.css';
import { isNotByOrganisation } from './vote-facts.ts';

/** The ballots by position, as numbers and lines; where it was counted so, the organisations in the lines’ place, all marked `data-organisations`: a place without room leaves them out together. */
export function TallyTable({ vote }: { vote: VoteView & { result: VoteResult } }) {
  const { t } = useTranslation('vote');
  const format = useFormat();
  const { result, turnout } = vote;
  const { tally, organisations } = result;
  const most = Math.max(1, turnout);
  return (
    <>
      <table className={styles['tally']}>
        <caption>
          <VisuallyHidden>{t('result.tally')}</VisuallyHidden>
        </caption>
        {organisations && (
          <thead data-organisations>
            <tr>
              <td />
              <th scope="col">{t('result.people')}</th>
              <th scope="col">{t('result.organisations')}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {positions.map((position) => (
            <tr key={position}>
              <th scope="row">{t(`position.${position}`)}</th>
              <td className={styles['count']}>{format.number(tally[position])}</td>
              {organisations && (
                <td className={styles['count']} data-organisations>
                  {format.number(organisations.tally[position])}
                </td>
              )}
              {!organisations && (
                <td className={styles['bar']} aria-hidden="true">
                  <span data-position={position} style={{ inlineSize: `${(100 * tally[position]) / most}%` }} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {organisations && (
        <p className={styles['base']} data-organisations>
          {t('result.organisationsBase', {
            all: organisations.organisations,
            divided: organisations.divided,
            silent: organisations.silent,
          })}
          {organisations.byHand && ` ${t('result.organisationsByHand', { byHand: organisations.byHand })}`}
        </p>
      )}
      {isNotByOrganisation(vote) && (
        <p className={styles['base']} data-organisations>
          {t('result.organisationsNot')}
        </p>
      )}
    </>
  );
}
