import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { useMe } from '../../sync/me.ts';
import { useDocument } from '../../sync/use-document.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopHeader } from '../../ui/workshop-header.tsx';
import styles from './catalogue.module.css';
import { CatalogueList } from './catalogue-list.tsx';
import { TakeIn } from './take-in.tsx';
import { useArrival } from './use-arrival.ts';

/** All recommendations of the review: the facilitator takes them in, everybody reads them and sees who has taken which. */
export function CataloguePage({ workshopId }: Address) {
  const { t } = useTranslation('catalogue');
  const { view } = useLiveView(workshopId);
  const known = useMe(workshopId);
  const me = known.state === 'known' ? known.me : null;
  return (
    <Page
      name={view ? `${t('title')} · ${view.workshop.title}` : t('title')}
      header={<WorkshopHeader workshopId={workshopId} view={view} me={me} here="catalogue" />}
    >
      {known.state === 'refused' && <RefusalBanner refusal={known.refusal} />}
      {me && <Catalogue workshopId={workshopId} />}
      {known.state !== 'refused' && !me && <Waiting />}
    </Page>
  );
}

function Catalogue({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation('catalogue');
  const { view } = useLiveView(workshopId);
  const { doc, status, undo, origin } = useDocument(workshopId, 'catalogue');
  const [isTaking, setTaking] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  if (!doc || !view) return <Waiting />;
  const mayWrite = status.state !== 'read-only' && status.state !== 'refused';
  const takeBack = () => {
    undo?.undo();
    setTaken(null);
  };
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{t('title')}</h1>
        <SaveState status={status} />
      </div>
      {taken !== null && !isTaking && <Taken count={taken} onTakeBack={takeBack} />}
      {isTaking && mayWrite ? (
        <TakeIn
          doc={doc}
          origin={origin}
          onClose={() => setTaking(false)}
          onTaken={(count) => {
            undo?.stopCapturing();
            setTaken(count);
            setTaking(false);
          }}
        />
      ) : (
        <CatalogueList doc={doc} view={view} mayTakeIn={mayWrite} onTakeIn={() => setTaking(true)} />
      )}
    </div>
  );
}

/** Stands above the list right after taking in, and comes into view: the preview before it was long. */
function Taken({ count, onTakeBack }: { count: number; onTakeBack: () => void }) {
  const { t } = useTranslation('catalogue');
  const line = useArrival<HTMLDivElement>();
  return (
    <div ref={line} tabIndex={-1} className={styles['done']} role="status">
      <span>{t('taken', { count })}</span>
      <Button kind="quiet" size="small" onPress={onTakeBack}>
        {t('takeBack')}
      </Button>
    </div>
  );
}
