import type { Recommendation } from '@board/shared/model/catalogue';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format.ts';
import { textIn } from '../search.ts';
import styles from './merge.module.css';

/** A folded list of recommendations that nothing happens to. */
export function PlainPart({ title, list }: { title: string; list: readonly Recommendation[] }) {
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
        {list.map((one) => (
          <li key={one.id} className={styles['item']}>
            <bdi className={styles['number']}>{one.number || '–'}</bdi>
            <p className={styles['excerpt']} dir="auto">
              {textIn(one, i18n.language)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
