import type { AdoptionRecord as Adoption, LiveView, VoteView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { isClosed } from '../vote/outcome.tsx';
import { inOrder } from '../vote/rounds.ts';
import styles from './charter.module.css';
import { RecordFingerprints } from './record-fingerprints.tsx';
import { RecordLeftOut } from './record-left-out.tsx';
import { RecordRoll } from './record-roll.tsx';
import { RecordRounds } from './record-rounds.tsx';
import { VotesTable } from './votes-table.tsx';

export interface AdoptionRecordProps {
  record: Adoption;
  /** All votes of the workshop: the record names those that were closed by then. */
  votes: LiveView['votes'];
  /** Read by a link: rounds before those that adopted it are not in it. */
  isCopy?: boolean;
}

/** How the charter was adopted: when, by whom and by which votes, with every round, reason and note. Printed with it. */
export function AdoptionRecord({ record, votes, isCopy = false }: AdoptionRecordProps) {
  const { t } = useTranslation('charter');
  const { t: ofHall } = useTranslation('hall');
  const format = useFormat();
  const isWhole = record.votes.some((vote) => vote.scope.kind === 'charter');
  const adopting = record.votes.filter(isClosed);
  const named = new Set(record.rounds ?? record.votes.map(({ id }) => id));
  const rounds = inOrder({ ...votes, ...byId(record.votes) }).filter(({ id }) => named.has(id));
  return (
    <section className={styles['record']} aria-labelledby="record">
      <h2 id="record">{t('record.title')}</h2>
      <p>
        {t('record.adopted', { moment: format.moment(record.adoptedAt) })}.{' '}
        {t(isWhole ? 'record.byWhole' : 'record.byItems')}
      </p>
      <RecordRoll record={record} />
      {/* On a phone it is wider than the screen: whoever has no pointer scrolls it by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className={styles['tableFrame']} tabIndex={0} aria-label={ofHall('copy.votes')}>
        <VotesTable votes={adopting} record={record} />
      </section>
      <RecordLeftOut record={record} />
      <RecordRounds rounds={rounds} record={record} isCopy={isCopy} />
      <RecordFingerprints record={record} />
    </section>
  );
}

function byId(votes: readonly VoteView[]): LiveView['votes'] {
  return Object.fromEntries(votes.map((vote) => [vote.id, vote]));
}
