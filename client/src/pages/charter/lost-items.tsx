import type { CharterItemId } from '@board/shared/ids';
import { putItem } from '@board/shared/model/charter';
import { paragraphsFor } from '@board/shared/model/read';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { OfferBanners } from '../../strategy/offer-banners.tsx';
import { useCharter } from '../../sync/follow-models.ts';
import type { Offer } from '../../sync/kept-offers.ts';
import { livingFragment, missingIn } from '../../sync/lost-words.ts';
import type { Offers } from '../../sync/offers.ts';
import { useEditing } from './editing-context.ts';

/** Offers back words that went with an item, or a line, that was removed before they can have been read. */
export function LostItems({ offers }: { offers: Offers }) {
  const { t } = useTranslation('drafting');
  const { doc, origin, undo, mayWrite } = useEditing();
  const said = useCharterLine(doc);
  return (
    <OfferBanners
      {...{ offers, undo, mayWrite }}
      isOffered={({ words }) => !isSaid(said, words)}
      putBack={(lost) => giveBack(doc, lost, origin)}
      said={{ own: t('lost.areBack'), others: t('lost.theirsAreBack') }}
      asText={(lost) => lost.map(({ words }) => words).join('\n\n')}
      draw={(lost) =>
        lost.map(({ place, words }) => (
          <p key={`${place} ${words}`} dir="auto">
            {words}
          </p>
        ))
      }
    />
  );
}

/** All words of the charter, as one line. */
function useCharterLine(doc: Y.Doc): string {
  const { preamble, items, closing } = useCharter(doc);
  return [preamble, ...items.map(({ text }) => text), closing].join(' ').replace(/\s+/g, ' ');
}

/** Whoever splits an item takes its words along to another place: they are not lost. One word stands elsewhere by chance. */
function isSaid(said: string, words: string): boolean {
  return words.split('\n').every((line) => line.includes(' ') && said.includes(line.replace(/\s+/g, ' ').trim()));
}

/**
 * Puts lost words behind what stands in their text. Of an item that is gone they become an item at the end, under its own id,
 * so that whoever else is offered them finds them there. One transaction.
 */
function giveBack(doc: Y.Doc, lost: readonly Offer[], origin: unknown): void {
  doc.transact(() => {
    for (const { place, words } of lost) {
      const fragment = livingFragment(doc, place);
      if (fragment) fragment.insert(fragment.length, paragraphsFor(missingIn(fragment, words)));
      else putItem(doc, place.split('/')[1] as CharterItemId, { text: words, from: null }, origin);
    }
  }, origin);
}
