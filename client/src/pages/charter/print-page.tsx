import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { adoptedItems } from '../../charter/adopted-items.tsx';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet, type SheetItem } from '../../charter/charter-sheet.tsx';
import { useFormat } from '../../format.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import styles from './print-page.module.css';
import { ReadOnlyCopy } from './read-only-copy.tsx';

/** The charter as one page to print and take home: adopted with its record, or a draft that says so. */
export function CharterPrintPage({ workshopId }: Address) {
  const { serverNow } = useLiveView(workshopId);
  return (
    <WorkshopGate workshopId={workshopId} here="print" width="text">
      {({ view }) => <Printed workshopId={workshopId} view={view} now={serverNow()} />}
    </WorkshopGate>
  );
}

function Printed({ workshopId, view, now }: { workshopId: WorkshopId; view: LiveView; now: number }) {
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
            <Review view={view} />
            {!adopted && <p className={styles['draft']}>{t('print.draft', { moment: format.moment(now) })}</p>}
          </>
        }
        preamble={words.preamble}
        closing={words.closing}
        items={adopted ? adoptedItems(adopted, view.votes) : draftItems(view)}
      />
      {adopted && <AdoptionRecord record={adopted} votes={view.votes} />}
      <ReadOnlyCopy workshopId={workshopId} />
    </div>
  );
}

function Review({ view }: { view: LiveView }) {
  const { t } = useTranslation('charter');
  const { country, cycle } = view.workshop;
  if (country === '') return null;
  return (
    <p className={styles['group']}>
      {cycle === '' ? t('print.country', { country }) : t('print.review', { country, cycle })}
    </p>
  );
}

/** The items as they stand now. */
function draftItems(view: LiveView): SheetItem[] {
  return view.charter.items.map(({ id, text, groups }) => {
    const named = groups.flatMap((group) => view.groups[group]?.name ?? []).join(' · ');
    return { key: id, text, below: named !== '' && <p className={styles['group']}>{named}</p> };
  });
}
