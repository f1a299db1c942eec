import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Offer } from '../sync/kept-offers.ts';
import type { Offers } from '../sync/offers.ts';
import { announce } from '../ui/announcements.ts';
import { LostBanner } from './lost-banner.tsx';

/** What the page does with what is offered. */
export interface OfferedIn {
  undo: Y.UndoManager | null;
  mayWrite: boolean;
  /** Puts words back where they belong. */
  putBack(lost: readonly Offer[]): void;
  /** What is said then of one's own words, and of those of others. */
  said: { own: string; others: string };
  /** The words with what tells where they stood, to be copied where nothing can be put back. */
  asText(lost: readonly Offer[]): string;
  /** The same to be read. */
  draw(lost: readonly Offer[]): ReactNode;
}

interface Props extends OfferedIn {
  offers: Offers;
  /** Which of the offers are made here. */
  isOffered(offer: Offer): boolean;
}

/** Offers back words that went before they can have been read, in one banner to who typed them, and in one to who removed them. */
export function OfferBanners({ offers, isOffered, ...page }: Props) {
  const lost = useSyncExternalStore(offers.subscribe, offers.getSnapshot).filter(isOffered);
  const own = lost.filter(({ isOthers }) => !isOthers);
  const others = lost.filter(({ isOthers }) => isOthers);
  return (
    <>
      {own.length > 0 && <OfferBanner {...page} offers={offers} lost={own} />}
      {others.length > 0 && <OfferBanner {...page} offers={offers} lost={others} isOthers />}
    </>
  );
}

interface BannerProps extends OfferedIn {
  offers: Offers;
  lost: readonly Offer[];
  isOthers?: boolean;
}

function OfferBanner({ offers, lost, isOthers = false, undo, mayWrite, putBack, said, asText, draw }: BannerProps) {
  const { t } = useTranslation('strategy');
  const back = (): void => {
    undo?.stopCapturing();
    putBack(lost);
    undo?.stopCapturing();
    offers.forget(lost);
    announce(isOthers ? said.others : said.own);
  };
  return (
    <LostBanner
      title={t(isOthers ? 'lost.theirsTitle' : 'lost.wordsTitle')}
      back={t(isOthers ? 'lost.putTheirsBack' : 'lost.putWordsBack')}
      leave={t('lost.leaveOut')}
      onBack={back}
      onLeave={() => offers.forget(lost)}
      toCopy={mayWrite ? undefined : asText(lost)}
    >
      {draw(lost)}
    </LostBanner>
  );
}
