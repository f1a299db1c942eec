import type { Recommendation } from '@board/shared/model/catalogue';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Difference, positionOf } from '../../../files/merge/plan.ts';
import { useFormat } from '../../../format.ts';
import { PositionTag } from '../../../ui/tag.tsx';
import { WordDifference } from '../../../ui/word-difference.tsx';
import { textIn } from '../search.ts';
import styles from './merge.module.css';

interface Props {
  difference: Difference;
  recommendation: Recommendation | undefined;
  nameOf: (state: string) => string;
}

/** What would change in one value: a position from one to the other, words word by word, lists as they were and as they become. */
export const DifferenceShown = memo(function DifferenceShown({ difference, recommendation, nameOf }: Props) {
  const { t, i18n } = useTranslation('merge');
  const format = useFormat();
  const { field, before, after, doubt } = difference;
  const listed = (value: Difference['before']): string => {
    const list = typeof value === 'string' ? [value] : (value ?? []);
    return list.length === 0 ? t('none') : format.list(field === 'states' ? list.map(nameOf) : list);
  };
  const excerpt = recommendation && (
    <p className={styles['excerpt']} dir="auto">
      {textIn(recommendation, i18n.language)}
    </p>
  );
  return (
    <>
      {field === 'position' && (
        <>
          <PositionMove before={positionOf(before)} after={positionOf(after)} />
          {excerpt}
        </>
      )}
      {field.startsWith('text:') &&
        (before === null ? (
          <p dir="auto">{String(after)}</p>
        ) : (
          <WordDifference before={String(before)} after={String(after)} lang={field.slice('text:'.length)} />
        ))}
      {(field === 'number' || field === 'states' || field === 'themes' || field === 'sdgs' || field === 'source') && (
        <>
          <p>
            <span className={styles['soft']}>{t(`field.${field}`)}</span>{' '}
            <bdi>{t('fromTo', { was: listed(before), now: listed(after) })}</bdi>
          </p>
          {excerpt}
        </>
      )}
      {doubt && doubt !== 'answered' && doubt !== 'other-words' && (
        <p className={styles['doubt']}>{t(`doubt.${doubt}`)}</p>
      )}
    </>
  );
});

interface MoveProps {
  before: Recommendation['position'];
  after: Recommendation['position'];
}

/** From one position to another: both words, and an arrow between them for the eye. */
export function PositionMove({ before, after }: MoveProps) {
  return (
    <p className={styles['move']}>
      <PositionTag position={before} />
      <span className={styles['arrow']} aria-hidden="true">
        →
      </span>
      <PositionTag position={after} />
    </p>
  );
}
