import { addRow } from '@board/shared/model/strategy-edits';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { focusCell } from './cell-focus.ts';
import { NotSaved } from './saving.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import styles from './tools.module.css';
import { UndoButtons } from './undo-buttons.tsx';

interface Props {
  onAdd: () => void;
  /** A file in the table's own form. */
  onTakeIn: () => void;
  /** Takes the element in which the open cell's editor shows its buttons. */
  toolbarPlace: (element: HTMLElement | null) => void;
  isFiltering: boolean;
  onFilter: () => void;
  onClusters: () => void;
  isFolded: boolean;
  onFold: () => void;
}

/** Milliseconds. */
const slip = 500;

/** The line above the table: adding rows, undo and redo, and the form of the words in the cell that is open. */
export function TableTools({
  onAdd,
  onTakeIn,
  toolbarPlace,
  isFiltering,
  onFilter,
  onClusters,
  isFolded,
  onFold,
}: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, mayWrite } = useTable();
  const latest = useRef(Number.NEGATIVE_INFINITY);
  const addWithout = (): void => {
    // Two presses in one moment are a slip of the hand.
    if (performance.now() - latest.current < slip) return;
    latest.current = performance.now();
    const row = addRow(doc, null, origin);
    requestAnimationFrame(() => focusCell(specialKey(row, 'number')));
  };
  const looks = (
    <>
      <Button size="small" kind="plain" icon="search" aria-expanded={isFiltering} onPress={onFilter}>
        {t('filter.title')}
      </Button>
      <Button size="small" kind="plain" aria-haspopup="dialog" onPress={onClusters}>
        {t('clusters.title')}
      </Button>
      <Button size="small" kind="plain" aria-expanded={!isFolded} onPress={onFold}>
        {t(isFolded ? 'tools.unfold' : 'tools.fold')}
      </Button>
    </>
  );
  if (!mayWrite)
    return (
      <div className={styles['tools']} data-table-tools>
        {looks}
      </div>
    );
  return (
    <div className={styles['tools']} data-table-tools role="toolbar" aria-label={t('tools.label')}>
      <Button size="small" kind="primary" icon="add" onPress={onAdd}>
        {t('tools.addFromCatalogue')}
      </Button>
      <Button size="small" kind="plain" onPress={addWithout}>
        {t('tools.addWithout')}
      </Button>
      <Button size="small" kind="plain" aria-haspopup="dialog" onPress={onTakeIn}>
        {t('tools.takeIn')}
      </Button>
      <span className={styles['history']}>
        <UndoButtons undo={undo} />
      </span>
      <span className={styles['form']} ref={toolbarPlace} />
      <span className={styles['looks']}>{looks}</span>
      <NotSaved />
    </div>
  );
}
