import { positions } from '@board/shared/consensus/rules';
import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { OutcomeDetails } from '../vote/outcome.tsx';
import type { ClosedVote } from '../vote/rounds.ts';
import { quorumFacts } from '../vote/vote-facts.ts';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';
import { subjectIn } from './record-subject.ts';

/** Every vote on the way to adoption, in its order: when, by which rule, what it came to, and what was said. Words of then where they are others than those adopted. */
export function RecordRounds({ rounds, record }: { rounds: readonly ClosedVote[]; record: AdoptionRecord }) {
  const { t } = useTranslation('charter');
  if (rounds.length === 0) return null;
  return (
    <section className={styles['rounds']} aria-labelledby="rounds">
      <h3 id="rounds">{t('record.rounds')}</h3>
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
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const { t: ofHall } = useTranslation('hall');
  const format = useFormat();
  const { result, turnout, rollSize, byHand } = vote;
  const { key, number } = subjectIn(record.items, vote.scope, place);
  const tally = positions.map((one) => `${word(`position.${one}`)}: ${format.number(result.tally[one])}`).join(' · ');
  return (
    <>
      <p className={styles['roundHead']}>
        {word(`of.${key}`, { number })}: {word(result.uncounted ? 'result.uncounted' : `result.${result.outcome}`)}
      </p>
      <p>
        {format.moment(result.closedAt)} · {word(`ruleName.${vote.rule}`)} · {word(`kind.${vote.secrecy}`)} ·{' '}
        {word('result.base', { turnout, roll: rollSize, needed: quorumFacts(vote).needed })}
        {byHand > 0 && ` ${word('result.byHand', { byHand })}`}
      </p>
      {!result.uncounted && <p>{tally}</p>}
      {result.lifted !== undefined && <p>{word('result.lifted', { lifted: result.lifted })}</p>}
      {result.byGroup && <p>{groupsIn(result.byGroup)}</p>}
      {result.organisations && <p>{organisationsIn(result.organisations)}</p>}
      {!isAsAdopted(vote, record) && (
        <div className={styles['then']}>
          <p className={styles['soft']}>{t('record.then')}</p>
          <Wording text={vote.words} />
        </div>
      )}
      <OutcomeDetails vote={vote} />
      <p className={styles['fingerprint']}>
        <code>{vote.fingerprint}</code>
      </p>
    </>
  );

  function groupsIn({ groups, others }: NonNullable<typeof result.byGroup>): string {
    const line = (group: string, of: { voted: number; people: number }): string =>
      ofHall('turnout.line', { group, count: ofHall('turnout.of', of) });
    const named = groups.map((group) => line(group.name || t('roll.noGroup'), group));
    const all = others ? [...named, line(ofHall('turnout.others'), others)] : named;
    return `${ofHall('turnout.title')}: ${all.join(' · ')}`;
  }

  function organisationsIn({ tally: of, ...base }: NonNullable<typeof result.organisations>): string {
    const stands = positions.map((one) => `${word(`position.${one}`)}: ${format.number(of[one])}`).join(' · ');
    const { organisations: all, divided, silent } = base;
    return `${word('result.organisations')}: ${stands}. ${word('result.organisationsBase', { all, divided, silent })}`;
  }
}

function isAsAdopted({ scope, fingerprint }: ClosedVote, record: AdoptionRecord): boolean {
  if (scope.kind === 'charter') return fingerprint === record.fingerprint;
  const item = record.items.find(({ id }) => id === scope.itemId);
  return item === undefined ? record.items.every(({ id }) => id === undefined) : item.fingerprint === fingerprint;
}
