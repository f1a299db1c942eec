import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { Button } from '../ui/button.tsx';

/** Undo and redo of this person's own changes to a document, for the table and the charter. */
export function UndoButtons({ undo }: { undo: Y.UndoManager | null }) {
  const { t } = useTranslation('strategy');
  const can = useUndoState(undo);
  return (
    <>
      <Button size="small" kind="plain" isDisabled={!can.undo} onPress={() => undo?.undo()}>
        {t('tools.undo')}
      </Button>
      <Button size="small" kind="plain" isDisabled={!can.redo} onPress={() => undo?.redo()}>
        {t('tools.redo')}
      </Button>
    </>
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
