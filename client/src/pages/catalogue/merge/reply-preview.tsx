import type { RecommendationId } from '@board/shared/ids';
import type { Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { type PositionOfState, positionsOfState } from '@board/shared/upr/positions';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PositionsFound } from '../../../files/positions/positions-found.ts';
import { changesOf, type Settled, type SettledReply, settle } from '../../../files/positions/settle.ts';
import { Button } from '../../../ui/button.tsx';
import catalogueStyles from '../catalogue.module.css';
import { textIn } from '../search.ts';
import { useArrival } from '../use-arrival.ts';
import { type ChangeItem, ChangePart } from './change-part.tsx';
import { PositionMove } from './difference-shown.tsx';
import styles from './merge.module.css';
import { PlainPart } from './plain-part.tsx';
import { MisprintsPart, UnknownPart } from './reply-misprints.tsx';
import { ReplyQuestions } from './reply-questions.tsx';

export interface ReplyPreviewProps {
  catalogue: readonly Recommendation[];
  reply: PositionsFound;
  onBack: () => void;
  /** It is no reply: read it as a list of recommendations. */
  onNotThis: () => void;
  onCarryOut: (changes: CatalogueChange[]) => void;
}

/** What a State's reply says, compared with the catalogue: what has to be decided first, then every position that it sets. */
export function ReplyPreview({ catalogue, reply, onBack, onNotThis, onCarryOut }: ReplyPreviewProps) {
  const { t } = useTranslation('merge');
  const heading = useArrival<HTMLHeadingElement>();
  const [misprints, setMisprints] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [positions, setPositions] = useState<ReadonlyMap<RecommendationId, PositionOfState | null>>(new Map());
  const settled = useMemo(() => settle(reply, catalogue, misprints), [reply, catalogue, misprints]);
  const changes = useMemo(() => changesOf(settled, positions), [settled, positions]);
  const clear = settled.settled.filter((one) => !isAsked(one));
  const answer = (ids: readonly RecommendationId[], position: PositionOfState | null | undefined): void =>
    setPositions((before) => {
      const next = new Map(before);
      for (const id of ids) {
        if (position === undefined) next.delete(id);
        else next.set(id, position);
      }
      return next;
    });
  return (
    <section className={catalogueStyles['take']}>
      <h2 ref={heading} tabIndex={-1}>
        {t('reply.title', { count: clear.length + settled.same })}
      </h2>
      <p className={styles['partHead']}>
        <span>{t('reply.intro')}</span>
        <Button kind="plain" size="small" onPress={onNotThis}>
          {t('reply.notThis')}
        </Button>
      </p>
      <ReplyCounts settled={settled} clear={clear} />
      <ReplyQuestions asked={settled.settled.filter(isAsked)} answers={positions} onAnswer={answer} />
      <MisprintsPart
        misprints={settled.misprints}
        chosen={misprints}
        onChoose={(key, isRead) => setMisprints((before) => new Map([...before, [key, isRead]]))}
      />
      <UnknownPart unknown={settled.unknown} />
      <ClearPositions {...{ clear, catalogue, positions }} onAnswer={answer} />
      <PlainPart title={t('reply.unnamedTitle')} list={settled.unnamed} />
      <div className={catalogueStyles['foot']}>
        <Button kind="primary" isDisabled={changes.length === 0} onPress={() => onCarryOut(changes)}>
          {changes.length === 0 ? t('nothingChosen') : t('reply.set', { count: changes.length })}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}

function isAsked({ question, isByHand }: Settled): boolean {
  return question !== null || isByHand;
}

function ReplyCounts({ settled, clear }: { settled: SettledReply; clear: readonly Settled[] }) {
  const { t } = useTranslation('merge');
  const { t: word } = useTranslation();
  const counts = positionsOfState.map(
    (position) => [position, clear.filter(({ after }) => after === position).length] as const,
  );
  return (
    <ul className={styles['counts']}>
      {counts.map(
        ([position, count]) =>
          count > 0 && <li key={position}>{t('reply.now', { position: word(`position.${position}`), count })}</li>,
      )}
      {settled.same > 0 && <li>{t('reply.same', { count: settled.same })}</li>}
      {settled.unnamed.length > 0 && <li>{t('reply.unnamed', { count: settled.unnamed.length })}</li>}
    </ul>
  );
}

interface ClearProps {
  clear: readonly Settled[];
  catalogue: readonly Recommendation[];
  positions: ReadonlyMap<RecommendationId, PositionOfState | null>;
  onAnswer: (ids: readonly RecommendationId[], position: PositionOfState | null | undefined) => void;
}

/** By what they become; each can be left as it is. */
function ClearPositions({ clear, catalogue, positions, onAnswer }: ClearProps) {
  const { t, i18n } = useTranslation('merge');
  const { t: word } = useTranslation();
  const byId = useMemo(() => new Map(catalogue.map((one) => [one.id, one])), [catalogue]);
  const itemOf = ({ id, number, before, after, said }: Settled): ChangeItem => {
    const one = byId.get(id);
    return {
      key: id,
      number,
      spoken: t('take', { number, what: t('field.position') }),
      isChosen: positions.get(id) !== null,
      shown: (
        <>
          <div className={styles['move']}>
            <PositionMove before={before} after={after ?? before} />
            <span className={styles['soft']}>{t('reply.line', { line: said[0]?.line ?? 1 })}</span>
          </div>
          {one && (
            <p className={styles['excerpt']} dir="auto">
              {textIn(one, i18n.language)}
            </p>
          )}
        </>
      ),
    };
  };
  return positionsOfState.map((position) => (
    <ChangePart
      key={position}
      title={word(`position.${position}`)}
      items={clear.filter(({ after }) => after === position).map(itemOf)}
      onChoose={(ids, isChosen) => onAnswer(ids as RecommendationId[], isChosen ? undefined : null)}
    />
  ));
}
