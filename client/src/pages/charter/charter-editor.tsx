import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteScope } from '@board/shared/live-view';
import { charterPart } from '@board/shared/model/charter';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { preloadEditor } from '../../strategy/fragment-editor.tsx';
import { isKnown } from '../../sync/document-status.ts';
import { useCharter } from '../../sync/follow-models.ts';
import { useDocument } from '../../sync/use-document.ts';
import { AsideBanner } from '../../ui/aside-banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SaveState } from '../../ui/save-state.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { isClosed } from '../../vote/outcome.tsx';
import { openVotes } from '../../vote/vote-facts.ts';
import { AdoptionPart } from './adoption-part.tsx';
import styles from './charter-page.module.css';
import { CharterTools } from './charter-tools.tsx';
import { EditableText } from './editable-text.tsx';
import { type CharterEditing, CharterEditingContext } from './editing-context.ts';
import { ItemRow } from './item-row.tsx';
import { OpenVoteDialog } from './open-vote-dialog.tsx';
import { useRemovedItem } from './removed-item.tsx';
import { RunningLines, RunningVote } from './running-vote.tsx';

interface EditorProps {
  workshopId: WorkshopId;
  view: LiveView;
}

/** The charter as the facilitator writes it, beside the projector: words, order, votes, adoption. */
export function CharterEditor({ workshopId, view }: EditorProps) {
  const open = useDocument(workshopId, 'charter');
  const { doc, awareness, undo, origin, status, asides, discard } = open;
  useEffect(preloadEditor, []);
  if (!doc) return status.state === 'refused' ? <SaveState status={status} /> : <Waiting />;
  const mayWrite = status.state !== 'read-only' && status.state !== 'refused';
  const editing: CharterEditing = { workshopId, doc, awareness, undo, origin, mayWrite };
  return (
    <CharterEditingContext value={editing}>
      <div className={styles['page']}>
        {asides.map((aside) => (
          <AsideBanner
            key={aside.name}
            aside={aside}
            now={isKnown(status) ? doc : null}
            onDiscard={() => discard(aside.name)}
          />
        ))}
        <Sheet
          doc={doc}
          view={view}
          isSaved={status.state === 'saved'}
          state={<SaveState status={status} />}
          workshopId={workshopId}
        />
      </div>
    </CharterEditingContext>
  );
}

interface SheetProps extends EditorProps {
  doc: Y.Doc;
  isSaved: boolean;
  state: React.ReactNode;
}

function Sheet({ workshopId, view, doc, isSaved, state }: SheetProps) {
  const { t } = useTranslation('charter');
  const charter = useCharter(doc);
  const [scope, setScope] = useState<VoteScope | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const removed = useRemovedItem();
  const running = openVotes(view).filter((vote) => !isClosed(vote));
  const whole = running.find((vote) => vote.scope.kind === 'charter');
  const lost = running.filter(
    ({ scope }) => scope.kind === 'item' && charter.items.every((item) => item.id !== scope.itemId),
  );
  return (
    <>
      <CharterTools view={view} items={charter.items} onAdded={setOpened}>
        {state}
        <RunningLines view={view} votes={running} />
        {removed.notice && <div className={styles['notice']}>{removed.notice}</div>}
      </CharterTools>
      {lost.map((vote) => (
        <RunningVote key={vote.id} workshopId={workshopId} view={view} vote={vote} withWords />
      ))}
      <article className={styles['sheet']}>
        <header className={styles['heading']}>
          <p dir="auto">{view.workshop.title}</p>
          <h1>{t('title')}</h1>
        </header>
        <EditableText
          fragment={charterPart(doc, 'preamble')}
          cell="preamble"
          label={t('part.preamble')}
          hint={t('hint.preamble')}
        />
        {charter.items.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.write')}</EmptyState>}
        <ol className={styles['items']}>
          {charter.items.map((item, place) => (
            <ItemRow
              key={item.id}
              item={item}
              place={place}
              items={charter.items}
              view={view}
              isOpened={opened === item.id}
              isWholeOpen={whole !== undefined}
              onVote={() => setScope({ kind: 'item', itemId: item.id })}
              onRemoved={removed.remove}
            />
          ))}
        </ol>
        <EditableText
          fragment={charterPart(doc, 'closing')}
          cell="closing"
          label={t('part.closing')}
          hint={t('hint.closing')}
        />
      </article>
      <AdoptionPart
        workshopId={workshopId}
        view={view}
        isVoteOpen={running.length > 0}
        onWhole={() => setScope({ kind: 'charter' })}
      >
        {whole && <RunningVote workshopId={workshopId} view={view} vote={whole} />}
      </AdoptionPart>
      {scope && (
        <OpenVoteDialog
          workshopId={workshopId}
          view={view}
          doc={doc}
          scope={scope}
          isSaved={isSaved}
          onClose={() => setScope(null)}
        />
      )}
    </>
  );
}
