import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { Wording } from '../vote/wording.tsx';
import styles from './charter.module.css';

/** One item as it is printed. */
export interface SheetItem {
  key: string;
  text: string;
  /** Below the words: group, standing. */
  below?: ReactNode;
}

export interface CharterSheetProps {
  /** The workshop's title, stands above. */
  workshop: string;
  /** Under the heading: country and cycle, or "Draft". */
  note?: ReactNode;
  preamble: string;
  items: readonly SheetItem[];
  closing: string;
  /** Below the preamble and the closing words. */
  belowPreamble?: ReactNode;
  belowClosing?: ReactNode;
}

/** The charter as a document to be read: heading, preamble, numbered items, closing words. */
export function CharterSheet(props: CharterSheetProps) {
  const { workshop, note, preamble, items, closing, belowPreamble, belowClosing } = props;
  const { t } = useTranslation('charter');
  const format = useFormat();
  return (
    <article className={styles['sheet']}>
      <header className={styles['heading']}>
        <p className={styles['workshop']}>
          <bdi>{workshop}</bdi>
        </p>
        <h1>{t('title')}</h1>
        {note}
      </header>
      {preamble !== '' && (
        <div className={styles['words']}>
          <Wording text={preamble} />
          {belowPreamble}
        </div>
      )}
      <ol className={styles['items']}>
        {items.map((item, place) => (
          <li key={item.key} className={styles['item']}>
            <span className={styles['number']}>{format.number(place + 1)}</span>
            <div className={styles['words']}>
              <Wording text={item.text} />
              {item.below}
            </div>
          </li>
        ))}
      </ol>
      {closing !== '' && (
        <div className={styles['words']}>
          <Wording text={closing} />
          {belowClosing}
        </div>
      )}
    </article>
  );
}
