import { useTranslation } from 'react-i18next';
import { type Alike, addedKey, alikeKey, answerOf, type Choices } from '../../../files/merge/plan.ts';
import { Select } from '../../../ui/select.tsx';
import { WordDifference } from '../../../ui/word-difference.tsx';
import { textIn } from '../search.ts';
import { useStateNames } from '../state-names.ts';
import styles from './merge.module.css';

interface Props {
  alike: readonly Alike[];
  choices: Choices;
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
}

/** Lines without a number that are perhaps recommendations of the catalogue in other words: both texts, and what it is to be. Nothing is taken of one before it is answered. */
export function AlikePart({ alike, choices, onChoose }: Props) {
  const { t } = useTranslation('merge');
  const nameOf = useStateNames();
  if (alike.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>{t('alike.title', { count: alike.length })}</h3>
      <p className={styles['doubt']}>{t('alike.hint')}</p>
      <ol className={styles['list']}>
        {alike.map((pair) => (
          <li key={pair.one.key} className={styles['item']}>
            <bdi className={styles['number']}>{pair.there.number}</bdi>
            <div className={styles['body']}>
              <Pair {...{ pair, nameOf }} />
              <Answer {...{ pair, choices, onChoose }} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Pair({ pair: { one, there }, nameOf }: { pair: Alike; nameOf: (state: string) => string }) {
  const { t, i18n } = useTranslation('merge');
  const language = Object.keys(one.text).find((code) => there.text[code]) ?? i18n.language;
  const [before, after] = [there.text[language] ?? textIn(there, language), one.text[language] ?? ''];
  const side = (only: 'before' | 'after', states: readonly string[]) => (
    <div>
      <p className={styles['soft']}>{t(only === 'before' ? 'alike.there' : 'alike.here')}</p>
      <WordDifference {...{ before, after, only }} lang={language} />
      <p className={styles['soft']}>{states.map(nameOf).join(', ') || '–'}</p>
    </div>
  );
  return (
    <div className={styles['two']}>
      {side('before', there.states)}
      {side('after', one.states)}
    </div>
  );
}

function Answer({ pair, choices, onChoose }: { pair: Alike } & Pick<Props, 'choices' | 'onChoose'>) {
  const { t } = useTranslation('merge');
  const { one, there } = pair;
  const number = { number: there.number };
  return (
    <div className={styles['choice']}>
      <Select
        label={t('alike.choose', number)}
        labelHidden
        value={answerOf(pair, choices) ?? 'open'}
        onChange={(answer) => {
          onChoose([alikeKey(one)], answer === 'same');
          onChoose([addedKey(one)], answer === 'new');
        }}
        options={[
          { value: 'open' as const, label: t('alike.open') },
          { value: 'same' as const, label: t('alike.same', number) },
          { value: 'new' as const, label: t('alike.new', { number: one.number }) },
        ]}
      />
    </div>
  );
}
