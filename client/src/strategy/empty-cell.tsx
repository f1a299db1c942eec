import type { TFunction } from 'i18next';
import hidden from '../ui/visually-hidden.module.css';
import styles from './table.module.css';

/** What stands in an empty cell: to the eye what it is for, to a screen reader that it is empty. */
export function EmptyCell({ hint, t }: { hint: string; t: TFunction<'strategy'> }) {
  return (
    <>
      <span className={hidden['hidden']}>{t('cell.empty')}</span>
      <span className={styles['hint']} aria-hidden>
        {hint}
      </span>
    </>
  );
}
