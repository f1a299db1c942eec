import type { CharterCopy } from '@board/shared/commands-charter';
import type { WorkshopId } from '@board/shared/ids';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { readCopy } from '../../api/copies.ts';
import type { Refusal } from '../../api/request.ts';
import { adoptedItems } from '../../charter/adopted-items.tsx';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet } from '../../charter/charter-sheet.tsx';
import { ReviewNote } from '../../charter/review-note.tsx';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { keyInFragment } from '../join/secret-link.ts';
import styles from './print-page.module.css';

/** The adopted charter for somebody who has a link to it and is not of the workshop. Nothing of the workshop is opened but that. */
export function CharterCopyPage({ workshopId }: Address) {
  const { t } = useTranslation(['hall', 'frame']);
  const { copy, refusal, ask } = useCopy(workshopId);
  return (
    <Page name={t('copy.pageTitle')} width="text" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <div className={styles['page']}>
        {refusal && (
          <>
            <h1>{t('copy.pageTitle')}</h1>
            <RefusalBanner refusal={refusal} />
            <div className={styles['buttons']}>
              <Button onPress={ask}>{t('copy.again')}</Button>
            </div>
          </>
        )}
        {!copy && !refusal && <p role="status">{t('copy.asking')}</p>}
        {copy && <Copy copy={copy} />}
      </div>
    </Page>
  );
}

function Copy({ copy: { workshop, record } }: { copy: CharterCopy }) {
  const { t } = useTranslation('hall');
  const { t: ofCharter } = useTranslation('charter');
  const votes = Object.fromEntries(record.votes.map((vote) => [vote.id, vote]));
  return (
    <>
      {workshop.demonstration && <Banner kind="warning">{t('copy.demonstration')}</Banner>}
      <CharterSheet
        {...record}
        workshop={workshop.title}
        note={<ReviewNote {...workshop} />}
        items={adoptedItems(record, votes)}
      />
      <AdoptionRecord record={record} votes={votes} />
      <p className={styles['group']}>{t('copy.readOnly')}</p>
      <div className={styles['buttons']}>
        <Button onPress={() => window.print()}>{ofCharter('print.button')}</Button>
      </div>
    </>
  );
}

/** What the key in the address opens. Asked for anew when the address changes, or by hand. */
function useCopy(workshopId: WorkshopId): { copy: CharterCopy | null; refusal: Refusal | null; ask: () => void } {
  const [copy, setCopy] = useState<CharterCopy | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const ask = useCallback(() => {
    void readCopy(workshopId, keyInFragment(location.hash) ?? '').then((answer) => {
      setCopy(answer.ok ? answer.value : null);
      setRefusal(answer.ok ? null : answer.problem);
    });
  }, [workshopId]);
  useEffect(() => {
    ask();
    addEventListener('hashchange', ask);
    return () => removeEventListener('hashchange', ask);
  }, [ask]);
  return { copy, refusal, ask };
}
