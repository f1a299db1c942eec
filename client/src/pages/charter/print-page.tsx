import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { adoptedItems } from '../../charter/adopted-items.tsx';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet, type SheetItem } from '../../charter/charter-sheet.tsx';
import { ReviewNote } from '../../charter/review-note.tsx';
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
  return view.charter.items.map(({ id, text, groups }) => {
    const named = groups.flatMap((group) => view.groups[group]?.name ?? []).join(' · ');
    return { key: id, text, below: named !== '' && <p className={styles['group']}>{named}</p> };
  });
}
