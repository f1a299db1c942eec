import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './amendments.module.css';
import type { Amendment } from './amendments.ts';
import line from './small-line.module.css';
import { WordingDifference } from './wording-difference.tsx';

export interface AmendmentWordsProps {
  amendment: Amendment;
  /** Whose it is, in words. */
  by: ReactNode;
  /** The words it is compared with; those that it was made for where nothing is given. */
  against?: string;
  /** Above the words, such as why it cannot be put in. */
  note?: ReactNode;
  /** What can be done with it. */
  children?: ReactNode;
  /** Nothing of that has a frame. */
  arePlain?: boolean;
}

/** One amendment: whose it is, what it changes, and what became of it. */
export function AmendmentWords({ amendment, by, against, note, children, arePlain = false }: AmendmentWordsProps) {
  const { t } = useTranslation('amendments');
  const format = useFormat();
  const { before, text, at, shown, settled } = amendment;
  return (
    <div className={styles['amendment']} data-settled={settled?.how}>
      <p className={line['line']}>
        {by}
        <span>{format.time(at)}</span>
        {shown && <Tag tone="accent">{t('list.shown')}</Tag>}
      </p>
      {note}
      <WordingDifference before={against ?? before} after={text} />
      {settled && (
        <p className={styles['state']} data-how={settled.how}>
          {t(`state.${settled.how}`, { time: format.time(settled.at) })}
          {settled.word !== '' && <bdi className={styles['word']}>{t('state.word', { word: settled.word })}</bdi>}
        </p>
      )}
      {children && (
        <div className={styles['buttons']} data-plain={arePlain || undefined}>
          {children}
        </div>
      )}
    </div>
  );
}
