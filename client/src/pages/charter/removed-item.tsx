import { type CharterItem, removeItem } from '@board/shared/model/charter';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useEditing } from './editing-context.ts';

/** Removes items, and offers to put the last one back as long as nothing else was done since. */
export function useRemovedItem(): { remove: (item: CharterItem, number: number) => void; notice: ReactNode } {
  const { t } = useTranslation('charter');
  const { doc, origin, undo } = useEditing();
  const [last, setLast] = useState<{ number: number; step: unknown } | null>(null);
  useEffect(() => {
    if (!undo || !last) return;
    const forget = (): void => {
      if (undo.undoStack.at(-1) !== last.step) setLast(null);
    };
    undo.on('stack-item-added', forget);
    undo.on('stack-item-popped', forget);
    return () => {
      undo.off('stack-item-added', forget);
      undo.off('stack-item-popped', forget);
    };
  }, [undo, last]);
  const remove = (item: CharterItem, number: number): void => {
    // A step of its own: putting the item back must not take back what was typed just before.
    undo?.stopCapturing();
    removeItem(doc, item.id, origin);
    undo?.stopCapturing();
    setLast({ number, step: undo?.undoStack.at(-1) });
  };
  const notice = last && (
    <Banner action={<Button onPress={() => undo?.undo()}>{t('item.undo')}</Button>}>
      {t('item.removed', { number: last.number })}
    </Banner>
  );
  return { remove, notice };
}
