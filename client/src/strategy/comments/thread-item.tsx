import { newId } from '@board/shared/ids';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeComment } from '../../api/commands.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import styles from './comments.module.css';
import { type PanelTools, usePanelCommand } from './panel-tools.ts';
import type { Thread } from './threads.ts';

interface Props {
  thread: Thread;
  tools: PanelTools;
  /** The cell that it is about, where it is about one. */
  about: string | null;
  isReadOnly: boolean;
}

/** What was said on one matter, and an answer to it. Not drawn again while others write in the table. */
export const ThreadItem = memo(function ThreadItem({ thread, tools, about, isReadOnly }: Props) {
  const { t } = useTranslation('comments');
  const format = useFormat();
  const [isReplying, setReplying] = useState(tools.store.drafts.has(thread.id));
  const { run, isBusy, refusal } = usePanelCommand(tools);
  const [first] = thread.comments;
  const { resolved } = thread;
  const isSent = first?.kept === null;
  const mayResolve = tools.may({ do: 'resolve-thread', group: tools.groupId, author: first?.author ?? null });
  const resolve = (): void => {
    const done = t(resolved ? 'said.reopened' : 'said.resolved');
    void run(() => changeComment(tools.workshopId, thread.id, { resolved: resolved === null }), done);
  };
  const reply = (text: string): boolean => {
    tools.store.outbox.add({ id: newId(), text, place: { thread: thread.id } });
    setReplying(false);
    return true;
  };
  return (
    <section className={styles['thread']} data-resolved={resolved !== null || undefined}>
      {about !== null && <h4 className={styles['about']}>{about}</h4>}
      {thread.comments.map((comment) => (
        <CommentItem key={comment.id} comment={comment} tools={tools} />
      ))}
      {resolved && (
        <p className={styles['resolved']}>
          {t('comment.resolvedBy', { name: resolved.name || t('comment.nameless'), when: format.moment(resolved.at) })}
        </p>
      )}
      {isReplying && !isReadOnly && (
        <CommentForm
          label={t('write.replyTo', { name: first?.name || t('comment.nameless') })}
          drafts={tools.store.drafts}
          draft={thread.id}
          send={reply}
          onCancel={() => setReplying(false)}
        />
      )}
      {isSent && !isReplying && (
        <div className={styles['buttons']}>
          {!isReadOnly && (
            <Button size="small" kind="plain" onPress={() => setReplying(true)}>
              {t('write.reply')}
            </Button>
          )}
          {mayResolve && (
            <Button size="small" kind="plain" busy={isBusy} onPress={resolve}>
              {t(resolved ? 'write.reopen' : 'write.resolve')}
            </Button>
          )}
        </div>
      )}
      <RefusalBanner refusal={refusal} />
    </section>
  );
});
