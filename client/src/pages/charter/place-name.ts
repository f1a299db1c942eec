import type { LiveView } from '@board/shared/live-view';
import { type CharterPlace, isCharterPart } from '@board/shared/model/charter';
import { useTranslation } from 'react-i18next';

/** Names a text of the charter: inside a sentence, and as the title of a dialog about other words for it. */
export function usePlaceName(view: LiveView): (place: CharterPlace) => { name: string; title: string } {
  const { t } = useTranslation('amendments');
  const { t: word } = useTranslation('charter');
  return (place) => {
    if (isCharterPart(place)) {
      const part = word(`part.${place}`);
      return { name: part, title: t('propose.part', { part }) };
    }
    const number = view.charter.items.findIndex(({ id }) => id === place) + 1;
    return { name: t('propose.itemName', { number }), title: t('propose.item', { number }) };
  };
}

/** Where a text stands on the page. */
export function anchorOf(place: CharterPlace): string {
  return `charter-${place}`;
}
