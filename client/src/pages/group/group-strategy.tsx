import { groupDocument } from '@board/shared/ids';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { AllComments } from '../../strategy/comments/all-comments.tsx';
import { NotesAround } from '../../strategy/comments/notes-around.tsx';
import { preloadEditor } from '../../strategy/fragment-editor.tsx';
import { NewsAround } from '../../strategy/news/news-around.tsx';
import { PickersAround } from '../../strategy/pickers/picker-facts.tsx';
import { StrategyTable } from '../../strategy/strategy-table.tsx';
import { preloadTakeIn } from '../../strategy/take-in.tsx';
import type { OpenDocument } from '../../sync/document-session.ts';
import { isKnown } from '../../sync/document-status.ts';
import { type Catalogue, useCatalogue, useStrategy } from '../../sync/follow-models.ts';
import { mayNow } from '../../sync/rights.ts';
import { useDocument } from '../../sync/use-document.ts';
import { AsideBanner } from '../../ui/aside-banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { usePreloaded } from '../../ui/use-preloaded.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { usePreloadedTakeHome } from '../take-home/preload.ts';
import styles from './group.module.css';
import { GroupProgress } from './group-progress.tsx';
import type { GroupStrategyProps } from './group-props.ts';
import { KeepClosed } from './keep-closed.tsx';
import { PeopleHere } from './people-here.tsx';
import { RapporteurChoice } from './rapporteur-choice.tsx';
import { useRowsAbout } from './use-rows-about.ts';

/** The strategy with everything around it: its name, who is here, how it is saved, how far it is. */
export function GroupStrategy(props: GroupStrategyProps) {
  const { workshopId, groupId, group, view, me } = props;
  const { t } = useTranslation('group');
  const open = useDocument(workshopId, groupDocument(groupId));
  const { doc: catalogueDoc } = useDocument(workshopId, 'catalogue');
  const { doc, status, awareness } = open;
  const right = mayNow(me, { do: 'write', document: groupDocument(groupId) }, view);
  const mayWrite = right.allowed && status.state !== 'read-only' && status.state !== 'refused';
  useEffect(() => {
    if (mayWrite) preloadEditor();
  }, [mayWrite]);
  usePreloadedTakeHome();
  usePreloaded(preloadTakeIn, mayWrite);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['name']}>
          <GroupMark name={group.name} place={group.place} size="large" />
          <h1>{t('title', { group: group.name })}</h1>
        </div>
        <div className={styles['state']}>
          <SaveState status={status} />
          <PeopleHere awareness={awareness} />
          <p>
            <LinkButton kind="plain" size="small" href={`/w/${workshopId}/take-home`}>
              {t('takeHome')}
            </LinkButton>
          </p>
        </div>
      </header>
      {open.asides.map((aside) => (
        <AsideBanner
          key={aside.name}
          aside={aside}
          now={isKnown(status) ? doc : null}
          onDiscard={() => open.discard(aside.name)}
        />
      ))}
      {doc ? <Body {...props} open={open} doc={doc} catalogueDoc={catalogueDoc} mayWrite={mayWrite} /> : <Waiting />}
    </div>
  );
}

interface BodyProps extends GroupStrategyProps {
  open: OpenDocument;
  doc: Y.Doc;
  catalogueDoc: Y.Doc | null;
  mayWrite: boolean;
}

function Body(props: BodyProps) {
  return props.catalogueDoc ? (
    <WithCatalogue {...props} catalogueDoc={props.catalogueDoc} />
  ) : (
    <Strategy {...props} catalogue={null} />
  );
}

function WithCatalogue(props: BodyProps & { catalogueDoc: Y.Doc }) {
  return <Strategy {...props} catalogue={useCatalogue(props.catalogueDoc)} />;
}

function Strategy(props: BodyProps & { catalogue: Catalogue | null }) {
  const { doc, open, mayWrite, catalogue, group, groupId, view } = props;
  const { t } = useTranslation('group');
  const rows = useRowsAbout(useStrategy(doc), catalogue);
  // What is not there yet is not empty: nothing is said of emptiness before the server has been heard.
  const isKnown = open.status.state !== 'connecting';
  return (
    <PickersAround view={view}>
      <NotesAround {...props} rows={rows}>
        {rows.length > 0 ? (
          <GroupProgress doc={doc} rows={rows} catalogue={catalogue} mayWrite={mayWrite} />
        ) : (
          <AllComments hasRows={false} />
        )}
        <NewsAround {...{ doc, rows, catalogue }} mayMark={mayWrite && props.me.groupId === groupId}>
          {rows.length === 0 && isKnown && (
            <EmptyState title={t('empty.title')}>{t(mayWrite ? 'empty.text' : 'empty.readOnly')}</EmptyState>
          )}
          <StrategyTable
            doc={doc}
            awareness={open.awareness}
            undo={open.undo}
            origin={open.origin}
            offers={open.offers}
            status={open.status}
            rows={rows}
            groupId={groupId}
            groupName={group.name}
            catalogue={catalogue}
            mayWrite={mayWrite}
            groups={view.groups}
            taken={view.taken}
          />
        </NewsAround>
      </NotesAround>
      <RapporteurChoice {...props} />
      <KeepClosed {...props} />
    </PickersAround>
  );
}
