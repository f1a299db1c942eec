import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import { carryOut } from '@board/shared/model/catalogue-changes';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { isKnown } from '../../sync/document-status.ts';
import { useMe } from '../../sync/me.ts';
import { useDocument } from '../../sync/use-document.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { AsideBanner } from '../../ui/aside-banner.tsx';
import { Page } from '../../ui/page.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { usePreloaded } from '../../ui/use-preloaded.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { WorkshopHeader } from '../../ui/workshop-header.tsx';
import { BlockedNotice, WorkshopOpening } from '../../ui/workshop-opening.tsx';
import { WorkshopRefused } from '../../ui/workshop-refused.tsx';
import styles from './catalogue.module.css';
import { CatalogueList } from './catalogue-list.tsx';
import { LastOrder } from './merge/last-order.tsx';
import { preloadTakeIn } from './preload.ts';
import { type CatalogueContents, TakeIn } from './take-in.tsx';

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
      {!refusal &&
        (me && view ? <Catalogue workshopId={workshopId} me={me} /> : <WorkshopOpening workshopId={workshopId} />)}
    </Page>
  );
}

function Catalogue({ workshopId, me }: { workshopId: WorkshopId; me: Me }) {
  const { t } = useTranslation('catalogue');
  const { view } = useLiveView(workshopId);
  const { doc, status, origin, asides, discard } = useDocument(workshopId, 'catalogue');
  const [isTaking, setTaking] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const mayWrite = status.state !== 'read-only' && status.state !== 'refused';
  usePreloaded(preloadTakeIn, doc !== null && mayWrite);
  if (!doc || !view) return <Waiting />;
  const carry = (contents: CatalogueContents): void => {
    setFresh(carryOut(doc, { ...contents, by: me.personId, at: Date.now() }, origin));
    setTaking(false);
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
      {isTaking && mayWrite ? (
        <TakeIn doc={doc} onClose={() => setTaking(false)} onCarryOut={carry} />
      ) : (
        <>
          {mayWrite && (
            <LastOrder
              {...{ doc, origin, fresh }}
              person={me.personId}
              isInUse={(id) => (view.taken[id]?.length ?? 0) > 0}
            />
          )}
          <CatalogueList
            doc={doc}
            view={view}
            mayWrite={mayWrite}
            onTakeIn={() => setTaking(true)}
            onCarryOut={carry}
          />
        </>
      )}
    </div>
  );
}
