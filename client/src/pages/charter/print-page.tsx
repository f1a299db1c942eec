import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet } from '../../charter/charter-sheet.tsx';
import { useFormat } from '../../format.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import styles from './print-page.module.css';

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
  const words = adopted ?? draftOf(view);
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
        items={words.items.map(({ text, groupName }, place) => ({
          key: String(place),
          text,
          below: groupName !== '' && <p className={styles['group']}>{groupName}</p>,
        }))}
      />
      {adopted && <AdoptionRecord record={adopted} />}
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

/** The words as they stand now, in the shape of adopted ones. */
function draftOf(view: LiveView): { preamble: string; closing: string; items: { text: string; groupName: string }[] } {
  const { preamble, closing, items } = view.charter;
  const named = items.map(({ text, groups }) => ({
    text,
    groupName: groups.flatMap((id) => view.groups[id]?.name ?? []).join(' · '),
  }));
  return { preamble, closing, items: named };
}
