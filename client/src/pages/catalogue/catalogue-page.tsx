import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { isKnown } from '../../sync/document-status.ts';
import { useMe } from '../../sync/me.ts';
import { useDocument } from '../../sync/use-document.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { AsideBanner } from '../../ui/aside-banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopHeader } from '../../ui/workshop-header.tsx';
import { BlockedNotice, WorkshopOpening } from '../../ui/workshop-opening.tsx';
import { WorkshopRefused } from '../../ui/workshop-refused.tsx';
import styles from './catalogue.module.css';
import { CatalogueList } from './catalogue-list.tsx';
import { TakeIn } from './take-in.tsx';
import { useArrival } from './use-arrival.ts';

/** All recommendations of the review: the facilitator takes them in, everybody reads them and sees who has taken which. */
export function CataloguePage({ workshopId }: Address) {
  const { t } = useTranslation('catalogue');
  const { view, status } = useLiveView(workshopId);
  const known = useMe(workshopId);
  const me = known.state === 'known' ? known.me : null;
  const refusal = known.state === 'refused' ? known.refusal.code : status.state === 'refused' ? status.why : null;
  return (
    <Page
      name={view ? `${t('title')} · ${view.workshop.title}` : t('title')}
      header={<WorkshopHeader workshopId={workshopId} view={view} me={me} here="catalogue" />}
    >
      {refusal && <WorkshopRefused workshopId={workshopId} code={refusal} />}
      {!refusal && (me && view ? <Catalogue workshopId={workshopId} /> : <WorkshopOpening workshopId={workshopId} />)}
    </Page>
  );
}

function Catalogue({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation('catalogue');
  const { view } = useLiveView(workshopId);
  const { doc, status, undo, origin, asides, discard } = useDocument(workshopId, 'catalogue');
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
      <BlockedNotice workshopId={workshopId} />
      {asides.map((aside) => (
        <AsideBanner
          key={aside.name}
          aside={aside}
          now={isKnown(status) ? doc : null}
          onDiscard={() => discard(aside.name)}
        />
      ))}
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
