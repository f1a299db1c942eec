import type { Section } from '@board/shared/model/clusters';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { tableColumns } from '../table-columns.ts';
import styles from './clusters.module.css';

/** The names and counts of a section, wherever it is shown. */
export function SectionName({ cluster, count }: { cluster: Section['cluster']; count: number }) {
  const { t } = useTranslation('strategy');
  return (
    <>
      <bdi className={styles['name']}>{cluster ? cluster.name || t('clusters.nameless') : t('clusters.none')}</bdi>{' '}
      <span className={styles['count']}>{count === 0 ? t('clusters.empty') : t('clusters.rows', { count })}</span>
    </>
  );
}

interface Props {
  cluster: Section['cluster'];
  count: number;
  /** The number of its line in the grid, the head being line 1. */
  line: number;
}

/** A cluster's name above its rows; a row that is dropped on it is sorted in. */
export const ClusterHeading = memo(function ClusterHeading({ cluster, count, line }: Props) {
  return (
    <tbody className={styles['heading']} data-cluster={cluster?.id ?? ''}>
      <tr className={styles['line']} aria-rowindex={line}>
        <th scope="rowgroup" className={styles['title']} aria-colindex={1} aria-colspan={tableColumns.length}>
          <span className={styles['words']}>
            <SectionName cluster={cluster} count={count} />
          </span>
        </th>
      </tr>
    </tbody>
  );
});
