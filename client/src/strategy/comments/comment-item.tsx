import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeComment, removeComment } from '../../api/commands.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { type PanelTools, usePanelCommand } from './panel-tools.ts';
import type { ShownComment } from './threads.ts';

/** One comment: who, when, the words, and what one may do with one's own. */
export function CommentItem({ comment, tools }: { comment: ShownComment; tools: PanelTools }) {
  const { t } = useTranslation('comments');
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const { me } = tools;
  const name =
    comment.author === me.personId
      ? t('comment.you')
      : comment.name || t(comment.heard ? 'comment.heard.nobody' : 'comment.nameless');
  const when = format.moment(comment.at);
  return (
    <article className={styles['comment']} aria-label={t('comment.label', { name, when })}>
      <p className={styles['who']}>
        <bdi className={styles['name']}>{name}</bdi> <time dateTime={new Date(comment.at).toISOString()}>{when}</time>
        {comment.heard && <span> · {t(`comment.heard.${comment.heard}`)}</span>}
        {comment.editedAt !== null && comment.removedBy === null && <span> · {t('comment.edited')}</span>}
      </p>
      {comment.removedBy && (
        <p className={styles['removed']}>
          {t(comment.removedBy === 'author' ? 'comment.byAuthor' : 'comment.byFacilitator')}
        </p>
      )}
      {!comment.removedBy && !isEditing && (
        <p className={styles['words']} dir="auto">
          {comment.text}
        </p>
      )}
      {isEditing && <EditForm comment={comment} tools={tools} onDone={() => setEditing(false)} />}
      {comment.kept && <KeptNote comment={comment} refused={comment.kept.refused} tools={tools} />}
      {!comment.kept && !comment.removedBy && !isEditing && (
        <OwnButtons comment={comment} tools={tools} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}

/** A comment that is only on this device: said, and kept until it is sent or thrown away. */
function KeptNote(props: {
  comment: ShownComment;
  refused: NonNullable<ShownComment['kept']>['refused'];
  tools: PanelTools;
}) {
  const { comment, refused, tools } = props;
  const { t } = useTranslation('comments');
  const { t: word } = useTranslation();
  const { outbox } = tools.store;
  return (
    <div className={styles['keptNote']} role="status">
      <p>{refused === null ? t('comment.waiting') : t('comment.refused', { why: word(`errors.${refused}`) })}</p>
      <div className={styles['buttons']}>
        <Button
          size="small"
          kind="plain"
          onPress={() => (refused === null ? outbox.flush() : outbox.retry(comment.id))}
        >
          {word('words.tryAgain')}
        </Button>
        <Button size="small" kind="plain" onPress={() => outbox.discard(comment.id)}>
          {t('comment.discard')}
        </Button>
      </div>
    </div>
  );
}

function EditForm({ comment, tools, onDone }: { comment: ShownComment; tools: PanelTools; onDone: () => void }) {
  const { t } = useTranslation('comments');
  const { t: word } = useTranslation();
  const { run, isBusy, refusal } = usePanelCommand(tools);
  const [drafts] = useState(() => new Map([[comment.id as string, comment.text]]));
  const send = async (text: string): Promise<boolean> => {
    const isDone = await run(() => changeComment(tools.workshopId, comment.id, { text }), t('said.edited'));
    if (isDone) onDone();
    return isDone;
  };
  return (
    <>
      <CommentForm
        label={t('write.words')}
        drafts={drafts}
        draft={comment.id}
        send={send}
        sendLabel={word('words.save')}
        onCancel={onDone}
        busy={isBusy}
      />
      <RefusalBanner refusal={refusal} />
    </>
  );
}

function OwnButtons({ comment, tools, onEdit }: { comment: ShownComment; tools: PanelTools; onEdit: () => void }) {
  const { t } = useTranslation('comments');
  const { run, refusal } = usePanelCommand(tools);
  const [isAsking, setAsking] = useState(false);
  const { author } = comment;
  const isOwn = author === tools.me.personId;
  const mayRemove = tools.may({ do: 'remove-comment', group: tools.groupId, author });
  const mayEdit = tools.may({ do: 'edit-comment', group: tools.groupId, author });
  if (!mayRemove && !mayEdit) return null;
  return (
    <>
      <div className={styles['buttons']}>
        {mayEdit && (
          <Button size="small" kind="plain" onPress={onEdit}>
            {t('write.edit')}
          </Button>
        )}
        {mayRemove && (
          <Button size="small" kind="plain" onPress={() => setAsking(true)}>
            {t(isOwn ? 'write.remove' : 'write.hide')}
          </Button>
        )}
      </div>
      <RefusalBanner refusal={refusal} />
      {isAsking && (
        <ConfirmDialog
          title={t(isOwn ? 'write.removeTitle' : 'write.hideTitle')}
          text={t('write.removeText')}
          confirm={t(isOwn ? 'write.remove' : 'write.hide')}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await run(() => removeComment(tools.workshopId, comment.id), t('said.removed'));
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
