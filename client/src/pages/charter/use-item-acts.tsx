import type { CharterItemId } from '@board/shared/ids';
import { type CharterItem, removeItem } from '@board/shared/model/charter';
import { mergeItems, splitItem } from '@board/shared/model/charter-edits';
import { isReadElsewhere } from '@board/shared/model/joined-items';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { useEditing } from './editing-context.ts';
import { useLastStep } from './last-step.tsx';
import { MergeDialog } from './merge-dialog.tsx';

/** What can be done to an item as a whole. `number` is its number, from 1. */
export interface ItemActs {
  remove: (item: CharterItem, number: number) => void;
  /** Asks into which other item it goes. */
  merge: (item: CharterItem) => void;
  /** `at`: a place of its plain words. */
  split: (item: CharterItem, number: number, at: number) => void;
}

/** The acts, the notice that offers to take the last one back, and the dialog that one of them needs. */
export function useItemActs(
  items: readonly CharterItem[],
  isVoting: (id: CharterItemId) => boolean,
): { acts: ItemActs; notice: ReactNode; dialog: ReactNode } {
  const { t } = useTranslation('drafting');
  const { t: word } = useTranslation('charter');
  const { doc, origin } = useEditing();
  const { carryOut, notice } = useLastStep();
  const [merging, setMerging] = useState<CharterItemId | null>(null);
  const from = items.find(({ id }) => id === merging);
  const acts: ItemActs = {
    remove: (item, number) =>
      carryOut(() => {
        removeItem(doc, item.id, origin);
        return { words: word('item.removed', { number }), back: word('item.undo') };
      }),
    merge: (item) => setMerging(item.id),
    split: (item, number, at) =>
      carryOut(() => {
        const added = splitItem(doc, item.id, at, origin);
        if (added) {
          const isMoot = (): boolean => isReadElsewhere(doc, added);
          return { words: t('split.done', { number }), back: t('undo'), isMoot };
        }
        announce(t('split.nothing'));
        return null;
      }),
  };
  const merge = (item: CharterItem, into: CharterItem, intoNumber: number): void =>
    carryOut(() => {
      const number = items.indexOf(item) + 1;
      setMerging(null);
      if (!mergeItems(doc, item.id, into.id, origin)) return null;
      return { words: t('merge.done', { number, into: intoNumber }), back: t('undo') };
    });
  const dialog = from && (
    <MergeDialog
      {...{ items, isVoting }}
      item={from}
      onMerge={(into, number) => merge(from, into, number)}
      onClose={() => setMerging(null)}
    />
  );
  return { acts, notice, dialog };
}
