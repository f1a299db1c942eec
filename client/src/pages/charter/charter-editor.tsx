import type { CharterItemId, WorkshopId } from '@board/shared/ids';
import type { LiveView, VoteView } from '@board/shared/live-view';
import { type CharterPart, charterPart } from '@board/shared/model/charter';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { amendmentsTo, amendmentsToNothing } from '../../charter/amendments.ts';
import { useAuthors } from '../../charter/use-authors.ts';
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
import { FirstDraft } from './first-draft.tsx';
import { type AskedVote, NextItem } from './item-by-item.tsx';
import { ItemRow } from './item-row.tsx';
import { LostItems } from './lost-items.tsx';
import { OpenVoteDialog } from './open-vote-dialog.tsx';
import { anchorOf } from './place-name.ts';
import { RunningLines, RunningVote } from './running-vote.tsx';
import { SettleAmendments } from './settle-amendments.tsx';
import { useItemActs } from './use-item-acts.tsx';
import { useItemMoves } from './use-item-moves.ts';

interface EditorProps {
  workshopId: WorkshopId;
  view: LiveView;
}

/** The charter as the facilitator writes it, beside the projector: words, order, votes, adoption. */
export function CharterEditor({ workshopId, view }: EditorProps) {
  const open = useDocument(workshopId, 'charter');
  const { doc, awareness, undo, origin, status, asides, discard, offers } = open;
  const leftOpen = useRef<Y.XmlFragment | null>(null);
  useEffect(preloadEditor, []);
  if (!doc) return status.state === 'refused' ? <SaveState status={status} /> : <Waiting />;
  const mayWrite = status.state !== 'read-only' && status.state !== 'refused';
  const editing: CharterEditing = { workshopId, doc, awareness, undo, origin, mayWrite, leftOpen };
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
        {offers && <LostItems offers={offers} />}
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
  const [asked, setAsked] = useState<AskedVote | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const authors = useAuthors(workshopId, view);
  const running = openVotes(view).filter((vote) => !isClosed(vote));
  const whole = running.find((vote) => vote.scope.kind === 'charter');
  const { acts, notice, dialog } = useItemActs(charter.items, (id) => isVotedOn(running, id));
  const moves = useItemMoves(charter.items);
  const lost = running.filter(
    ({ scope }) => scope.kind === 'item' && charter.items.every((item) => item.id !== scope.itemId),
  );
  const part = (name: CharterPart) => (
    <div className={styles['part']} id={anchorOf(name)}>
      <EditableText fragment={charterPart(doc, name)} cell={name} label={t(`part.${name}`)} hint={t(`hint.${name}`)} />
      {charter[name] === '' && <FirstDraft part={name} view={view} />}
      <SettleAmendments
        {...{ view, authors }}
        amendments={amendmentsTo(view, name)}
        words={charter[name]}
        name={t(`part.${name}`)}
        isVoting={whole !== undefined}
      />
    </div>
  );
  return (
    <>
      <CharterTools view={view} items={charter.items} onAdded={setOpened}>
        {state}
        <RunningLines view={view} votes={running} />
        {Object.keys(view.votes).length > 0 && <NextItem view={view} onVote={setAsked} />}
        {notice && <div className={styles['notice']}>{notice}</div>}
      </CharterTools>
      {lost.map((vote) => (
        <RunningVote key={vote.id} workshopId={workshopId} view={view} vote={vote} withWords />
      ))}
      <article className={styles['sheet']}>
        <header className={styles['heading']}>
          <p>
            <bdi>{view.workshop.title}</bdi>
          </p>
          <h1>{t('title')}</h1>
        </header>
        {part('preamble')}
        {charter.items.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.write')}</EmptyState>}
        <ol className={styles['items']} {...moves}>
          {charter.items.map((item, place) => (
            <ItemRow
              key={item.id}
              item={item}
              place={place}
              items={charter.items}
              view={view}
              isOpened={opened === item.id}
              isWholeOpen={whole !== undefined}
              authors={authors}
              acts={acts}
              onVote={() => setAsked({ scope: { kind: 'item', itemId: item.id } })}
            />
          ))}
        </ol>
        {part('closing')}
        <SettleAmendments
          {...{ view, authors }}
          amendments={amendmentsToNothing(view)}
          words={null}
          name={t('part.items')}
          isVoting={false}
        />
      </article>
      <AdoptionPart workshopId={workshopId} view={view} isVoteOpen={running.length > 0} onVote={setAsked}>
        {whole && <RunningVote key={whole.id} workshopId={workshopId} view={view} vote={whole} />}
      </AdoptionPart>
      {dialog}
      {asked && (
        <OpenVoteDialog
          workshopId={workshopId}
          view={view}
          doc={doc}
          isSaved={isSaved}
          {...asked}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function isVotedOn(running: readonly VoteView[], id: CharterItemId): boolean {
  return running.some(({ scope }) => scope.kind === 'charter' || scope.itemId === id);
}
