import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './comments.module.css';

interface Props {
  label: string;
  /** Keeps what is begun, so that closing loses no word. */
  drafts: Map<string, string>;
  draft: string;
  /** Resolves to whether the words are taken; the form is empty then. */
  send: (text: string) => Promise<boolean> | boolean;
  sendLabel?: string;
  onCancel?: () => void;
  busy?: boolean;
}

/** A few lines and a button. Ctrl+Enter sends too. */
export function CommentForm({ label, drafts, draft, send, sendLabel, onCancel, busy = false }: Props) {
  const { t } = useTranslation('comments');
  const { t: word } = useTranslation();
  const [text, setText] = useState(drafts.get(draft) ?? '');
  const change = (words: string): void => {
    setText(words);
    drafts.set(draft, words);
  };
  const submit = async (): Promise<void> => {
    if (text.trim() === '' || busy) return;
    if (await send(text.trim())) change('');
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea label={label} value={text} rows={3} maxLength={limits.commentText} onChange={change} />
      <div className={styles['buttons']}>
        <Button type="submit" size="small" kind="primary" busy={busy} isDisabled={text.trim() === ''}>
          {sendLabel ?? t('write.send')}
        </Button>
        {onCancel && (
          <Button
            size="small"
            kind="plain"
            onPress={() => {
              drafts.delete(draft);
              onCancel();
            }}
          >
            {word('words.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
