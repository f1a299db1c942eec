import { addRow } from '@board/shared/model/strategy-edits';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { Button } from '../ui/button.tsx';
import styles from './table.module.css';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import { focusCell } from './use-table-keys.ts';

interface Props {
  onAdd: () => void;
  /** Takes the element in which the open cell's editor shows its buttons. */
  toolbarPlace: (element: HTMLElement | null) => void;
}

/** The line above the table: adding rows, undo and redo, and the form of the words in the cell that is open. */
export function TableTools({ onAdd, toolbarPlace }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo } = useTable();
  const can = useUndoState(undo);
  const addWithout = (): void => {
    const row = addRow(doc, null, origin);
    requestAnimationFrame(() => focusCell(specialKey(row, 'number')));
  };
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('tools.label')}>
      <Button size="small" kind="primary" icon="add" onPress={onAdd}>
        {t('tools.addFromCatalogue')}
      </Button>
      <Button size="small" kind="plain" onPress={addWithout}>
        {t('tools.addWithout')}
      </Button>
      <span className={styles['history']}>
        <Button size="small" kind="plain" isDisabled={!can.undo} onPress={() => undo?.undo()}>
          {t('tools.undo')}
        </Button>
        <Button size="small" kind="plain" isDisabled={!can.redo} onPress={() => undo?.redo()}>
          {t('tools.redo')}
        </Button>
      </span>
      <span className={styles['form']} ref={toolbarPlace} />
    </div>
  );
}

function useUndoState(undo: Y.UndoManager | null): { undo: boolean; redo: boolean } {
  const [can, setCan] = useState({ undo: false, redo: false });
  useEffect(() => {
    if (!undo) return;
    const read = (): void =>
      setCan((before) => {
        const now = { undo: undo.canUndo(), redo: undo.canRedo() };
        return before.undo === now.undo && before.redo === now.redo ? before : now;
      });
    read();
    undo.on('stack-item-added', read);
    undo.on('stack-item-popped', read);
    return () => {
      undo.off('stack-item-added', read);
      undo.off('stack-item-popped', read);
    };
  }, [undo]);
  return can;
}
