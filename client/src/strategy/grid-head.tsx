import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { WidthHandle } from './grid/width-handle.tsx';
import styles from './table.module.css';
import { type TableColumn, tableColumns } from './table-columns.ts';

/** Sets a column's width in pixels; null: the usual one again. */
type Resize = (column: TableColumn, width: number | null) => void;

/** The names of the columns, which stay in view, each with a handle that changes its width. */
export const GridHead = memo(function GridHead({ onResize }: { onResize: Resize }) {
  const { t } = useTranslation('strategy');
  return (
    <thead className={styles['head']}>
      <tr className={styles['line']} aria-rowindex={1}>
        {tableColumns.map((column, index) => {
          const name = t(`table.${column}`).replace(/\n/g, ', ');
          return (
            <th key={column} scope="col" aria-colindex={index + 1} aria-label={name} className={styles['header']}>
              {t(`table.${column}`)}
              <WidthHandle label={t('table.width', { column: name })} onResize={(width) => onResize(column, width)} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
