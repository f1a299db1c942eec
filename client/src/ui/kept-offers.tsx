import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOffers, type OffersKey, offerKeys, readOffers } from '../sync/kept-offers.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { CopyAll } from './copy-all.tsx';

/** Words that went and were not answered for, where the strategies and the charter of a workshop cannot be opened: to be copied out. */
export function KeptOffers({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation();
  const [keys, setKeys] = useState(() => offerKeys(workshopId));
  const kept = keys.map((key) => ({ key, offers: readOffers(key) })).filter(({ offers }) => offers.length > 0);
  return kept.map(({ key, offers }) => (
    <Banner
      key={key}
      kind="warning"
      title={t('kept.titleIn', { where: t(isOfCharter(key) ? 'nav.charter' : 'kept.strategy') })}
    >
      {offers.map(({ place, words }) => (
        <p key={`${place} ${words}`} dir="auto">
          {words}
        </p>
      ))}
      <CopyAll text={offers.map(({ words }) => words).join('\n\n')} />
      <Button
        size="small"
        kind="plain"
        onPress={() => {
          changeOffers(key, { add: [], remove: offers });
          setKeys(offerKeys(workshopId));
        }}
      >
        {t('kept.discard')}
      </Button>
    </Banner>
  ));
}

function isOfCharter(key: OffersKey): boolean {
  return key.split('/')[1] === 'charter';
}
