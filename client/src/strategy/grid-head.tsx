import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './table.module.css';

export const columns = [
  'number',
  'recommendation',
  'references',
  'action',
  'indicator',
  'resources',
  'partners',
  'timeframe',
  'risks',
] as const;

/** The names of the columns, which stay in view. */
export const GridHead = memo(function GridHead() {
  const { t } = useTranslation('strategy');
  return (
    <thead className={styles['head']}>
      <tr className={styles['line']} aria-rowindex={1}>
        {columns.map((column, index) => (
          <th key={column} scope="col" aria-colindex={index + 1} className={styles['header']}>
            {t(`table.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
});
