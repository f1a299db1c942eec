import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format.ts';
import { wordsIn } from '../../../strategy/recommendation-search.ts';
import styles from './merge.module.css';

interface Props {
  title: string;
  list: readonly { number: string; text: Readonly<Record<string, string>> }[];
}

/** A folded list of recommendations that nothing happens to. */
export function PlainPart({ title, list }: Props) {
  const { i18n } = useTranslation('merge');
  const format = useFormat();
  if (list.length === 0) return null;
  return (
    <details className={styles['part']}>
      <summary>
        <span className={styles['summaryTitle']}>
          {title} ({format.number(list.length)})
        </span>
      </summary>
      <ol className={styles['list']}>
        {list.map(({ number, text }) => (
          <li key={`${number} ${wordsIn(text, i18n.language).words}`} className={styles['item']}>
            <bdi className={styles['number']}>{number || '–'}</bdi>
            <p className={styles['excerpt']} dir="auto">
              {wordsIn(text, i18n.language).words}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
