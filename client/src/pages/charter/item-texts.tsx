import type { CharterItemId } from '@board/shared/ids';
import { type CharterItem, itemFragment } from '@board/shared/model/charter';
import { plainStart } from '@board/shared/model/charter-edits';
import { fragmentText } from '@board/shared/model/read';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditableText } from './editable-text.tsx';
import { useEditing } from './editing-context.ts';

interface Props {
  item: CharterItem;
  /** The item's, from 1. */
  number: number;
  isOpened: boolean;
  /** `at`: a place of the item's plain text, as `plainStart` counts it. */
  onSplit?: (at: number) => void;
}

/** The words of an item, to be written in: one text, or, where items were merged, each of theirs under the other. */
export function ItemTexts({ item, number, isOpened, onSplit }: Props) {
  const { t } = useTranslation('charter');
  const { t: drafting } = useTranslation('drafting');
  const { doc } = useEditing();
  return useFilled(item).map((id, at) => {
    const fragment = itemFragment(doc, id);
    if (!fragment) return null;
    const name = t('item.edit', { number });
    return (
      <EditableText
        key={id}
        fragment={fragment}
        cell={`item.${id}`}
        label={at === 0 ? name : drafting('merge.editPart', { number, part: at + 1 })}
        hint={t('hint.item')}
        isItem
        isOpened={isOpened && at === 0}
        {...(onSplit && { onSplit: (place: number) => onSplit(plainStart(doc, item, id) + place) })}
      />
    );
  });
}

/** Without texts that have been empty all the time; one that is emptied is not taken away from under who writes in it. */
function useFilled(item: CharterItem): CharterItemId[] {
  const { doc } = useEditing();
  const [known, setKnown] = useState<readonly CharterItemId[]>([]);
  const all = item.joined ?? [item.id];
  const isNew = (id: CharterItemId): boolean => !known.includes(id) && fragmentText(itemFragment(doc, id)) !== '';
  const added = all.filter(isNew);
  if (added.length > 0) setKnown([...known, ...added]);
  const filled = all.filter((id) => known.includes(id) || added.includes(id));
  return filled.length > 0 ? filled : all.slice(0, 1);
}
