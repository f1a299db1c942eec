import type { Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differingFields, mergeTwins, type Twins } from '../../../files/merge/twins.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { PositionTag } from '../../../ui/tag.tsx';
import { WordDifference } from '../../../ui/word-difference.tsx';
import { textIn } from '../search.ts';
import styles from './merge.module.css';

interface Props {
  twins: readonly Twins[];
  nameOf: (state: string) => string;
  onMerge: (changes: CatalogueChange[]) => void;
}

/** Numbers that stand in the catalogue twice: said in one line, and shown beside each other to be merged. */
export function TwinsPanel({ twins, nameOf, onMerge }: Props) {
  const { t } = useTranslation('merge');
  const [isOpen, setOpen] = useState(false);
  if (twins.length === 0) return null;
  const same = twins.filter((one) => one.isSame);
  return (
    <>
      <Banner
        kind="warning"
        action={
          <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t('twins.look')}
          </Button>
        }
      >
        {t('twins.some', { count: twins.length })}
      </Banner>
      {isOpen && (
        <section className={styles['part']}>
          <h2>{t('twins.title')}</h2>
          <p>{t('twins.text')}</p>
          {same.length > 0 && (
            <div>
              <Button kind="primary" onPress={() => onMerge(same.flatMap((one) => mergeTwins(one, 'first')))}>
                {t('twins.mergeSame', { count: same.length })}
              </Button>
            </div>
          )}
          <ol className={styles['list']}>
            {twins.slice(0, 100).map((one) => (
              <li key={one.second.id} className={styles['item']}>
                <bdi className={styles['number']}>{one.first.number}</bdi>
                <Pair twins={one} nameOf={nameOf} onMerge={onMerge} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Pair({ twins, nameOf, onMerge }: { twins: Twins } & Pick<Props, 'nameOf' | 'onMerge'>) {
  const { t, i18n } = useTranslation('merge');
  const { first, second, isSame } = twins;
  const button = (keep: 'first' | 'second', words: string) => (
    <Button
      size="small"
      aria-label={t('twins.of', { words, number: first.number })}
      onPress={() => onMerge(mergeTwins(twins, keep))}
    >
      {words}
    </Button>
  );
  if (isSame)
    return (
      <div className={styles['body']}>
        <p dir="auto">{textIn(first, i18n.language)}</p>
        <p className={styles['soft']}>{t('twins.sameWords')}</p>
        <div>{button('first', t('twins.merge'))}</div>
      </div>
    );
  const differing = differingFields(first, second).find((field) => field.startsWith('text:'));
  const language = differing?.slice('text:'.length) ?? i18n.language;
  const wordsOf = (one: Recommendation): string => one.text[language] ?? textIn(one, language);
  const side = (one: Recommendation, only: 'before' | 'after') => (
    <>
      <p className={styles['soft']}>{t(only === 'before' ? 'twins.first' : 'twins.second')}</p>
      <WordDifference before={wordsOf(first)} after={wordsOf(second)} lang={language} only={only} />
      <p className={styles['soft']}>
        {one.states.map(nameOf).join(', ') || '–'} <PositionTag position={one.position} />
      </p>
    </>
  );
  return (
    <div className={styles['two']}>
      <div>
        {side(first, 'before')}
        {button('first', t('twins.keepFirst'))}
      </div>
      <div>
        {side(second, 'after')}
        {button('second', t('twins.keepSecond'))}
      </div>
    </div>
  );
}
