import type { Me } from '@board/shared/commands';
import type { CharterCopy } from '@board/shared/commands-charter';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { readCopy } from '../../api/copies.ts';
import type { Refusal } from '../../api/request.ts';
import { adoptedItems } from '../../charter/adopted-items.tsx';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet, type SheetItem } from '../../charter/charter-sheet.tsx';
import { ReviewNote } from '../../charter/review-note.tsx';
import { groupsOf } from '../../charter/source-changes.ts';
import { useFormat } from '../../format.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import { keyInFragment } from '../join/secret-link.ts';
import styles from './print-page.module.css';
import { ReadOnlyCopy } from './read-only-copy.tsx';

/** The charter as one page to print and take home: adopted with its record, or a draft that says so. */
export function CharterPrintPage({ workshopId }: Address) {
  const { serverNow } = useLiveView(workshopId);
  return (
    <WorkshopGate workshopId={workshopId} here="print" width="text">
      {({ view, me }) => <Printed workshopId={workshopId} view={view} me={me} now={serverNow()} />}
    </WorkshopGate>
  );
}

function Printed({ workshopId, view, me, now }: { workshopId: WorkshopId; view: LiveView; me: Me; now: number }) {
  const { t } = useTranslation('charter');
  const format = useFormat();
  const { adopted } = view.charter;
  const words = adopted ?? view.charter;
  return (
    <div className={styles['page']}>
      <div className={styles['buttons']}>
        <Button kind="primary" onPress={() => window.print()}>
          {t('print.button')}
        </Button>
        <LinkButton href={`/w/${workshopId}/charter`}>{t('print.back')}</LinkButton>
      </div>
      <CharterSheet
        workshop={view.workshop.title}
        note={
          <>
            <ReviewNote {...view.workshop} />
            {!adopted && <p className={styles['draft']}>{t('print.draft', { moment: format.moment(now) })}</p>}
          </>
        }
        preamble={words.preamble}
        closing={words.closing}
        items={adopted ? adoptedItems(adopted, view.votes) : draftItems(view)}
      />
      {adopted && <AdoptionRecord record={adopted} votes={view.votes} />}
      <ReadOnlyCopy workshopId={workshopId} mayShare={me.may.facilitate && adopted !== null} />
    </div>
  );
}

/** The items as they stand now. */
function draftItems(view: LiveView): SheetItem[] {
  return view.charter.items.map(({ id, text, sources }) => {
    const named = groupsOf(sources)
      .flatMap((group) => view.groups[group]?.name ?? [])
      .join(' · ');
    return { key: id, text, below: named !== '' && <p className={styles['group']}>{named}</p> };
  });
}

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

function Copy({ copy: { workshop, record, leftOut } }: { copy: CharterCopy }) {
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
      {leftOut > 0 && <p>{t('copy.leftOut', { count: leftOut })}</p>}
      <AdoptionRecord record={record} votes={votes} isCopy />
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
