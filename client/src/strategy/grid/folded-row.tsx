import { GridButton } from '../grid-button.tsx';
import type { RowPart } from '../row-parts.ts';
import styles from './folded.module.css';

/** What is left of a folded row beside its recommendation: how much there is, and a button that shows it again. */
export function FoldedRest({ part: { row, t, name } }: { part: RowPart }) {
  const label = t('row.unfold', {
    actions: t('row.actions', { count: row.actions.length }),
    risks: t('row.risks', { count: row.risks.length }),
  });
  return (
    <td aria-colindex={3} aria-colspan={7} className={styles['rest']}>
      <GridButton act="fold" icon="expand" label={label} ariaLabel={`${label}, ${name}`} isExpanded={false} />
    </td>
  );
}
