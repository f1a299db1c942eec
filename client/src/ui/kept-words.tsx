import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsideReason } from '../sync/device-notes.ts';
import { findKeptWords, type KeptCopy, setAllAside } from '../sync/kept-words.ts';
import { discardAside } from '../sync/set-aside.ts';
import { AsideBanner } from './aside-banner.tsx';
import { KeptComments } from './kept-comments.tsx';
import { KeptOffers } from './kept-offers.tsx';

export interface KeptWordsProps {
  workshopId: WorkshopId;
  /** What has ended this person's part in the workshop: whatever waits is then set aside for good. Null when it may still be sent. */
  ending: AsideReason | null;
}

/** All words of a workshop that are on this device only, where its documents cannot be opened. */
export function KeptWords({ workshopId, ending }: KeptWordsProps) {
  const [kept, setKept] = useState<readonly KeptCopy[]>([]);
  const nameOf = useDocumentName();
  useEffect(() => {
    let isCurrent = true;
    const find = async (): Promise<void> => {
      if (ending) await setAllAside(workshopId, ending);
      const found = await findKeptWords(workshopId);
      if (isCurrent) setKept(found);
    };
    void find();
    return () => {
      isCurrent = false;
    };
  }, [workshopId, ending]);
  const discard = ({ document, aside }: KeptCopy): void => {
    discardAside({ workshop: workshopId, document }, aside.name);
    setKept((before) => before.filter((one) => one.aside.name !== aside.name));
  };
  const copies = kept.map((copy) => (
    <AsideBanner
      key={copy.aside.name}
      aside={copy.aside}
      now={null}
      where={nameOf(copy.document)}
      isWaiting={copy.isCurrent}
      {...(copy.isCurrent ? {} : { onDiscard: () => discard(copy) })}
    />
  ));
  return (
    <>
      {copies}
      <KeptOffers workshopId={workshopId} />
      <KeptComments workshopId={workshopId} />
    </>
  );
}

function useDocumentName(): (document: DocumentName) => string {
  const { t } = useTranslation();
  return (document) => {
    switch (document) {
      case 'board':
        return t('nav.home');
      case 'catalogue':
        return t('nav.catalogue');
      case 'charter':
        return t('nav.charter');
      default:
        return t('kept.strategy');
    }
  };
}
