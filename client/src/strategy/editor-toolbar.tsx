import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { plainPlaceOf } from './caret-place.ts';
import styles from './cell-editor.module.css';
import type { CaretTool, LeavingWay } from './editing.ts';
import { hrefFromTyped } from './safe-link.ts';

interface EditorToolbarProps {
  editor: Editor;
  atCaret: CaretTool | undefined;
  onLeave: (way: LeavingWay) => void;
}

/** What can be done to the words that are chosen: bold, italic, lists, a link; and what can be done where the caret stands. */
export function EditorToolbar({ editor, atCaret, onLeave }: EditorToolbarProps) {
  const { t } = useTranslation('strategy');
  const [isAsking, setAsking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
    }),
  });
  const chain = () => editor.chain().focus();
  const close = (): void => {
    setAsking(false);
    editor.commands.focus();
  };
  if (isAsking) return <LinkQuestion editor={editor} onClose={close} />;
  const toggles = [
    { name: 'bold', run: () => chain().toggleBold().run() },
    { name: 'italic', run: () => chain().toggleItalic().run() },
    { name: 'bullets', run: () => chain().toggleBulletList().run() },
    { name: 'numbers', run: () => chain().toggleOrderedList().run() },
  ] as const;
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label={t('editor.label')}>
      {toggles.map(({ name, run }) => (
        <Button key={name} kind="plain" size="small" aria-pressed={active[name]} onPress={run}>
          {t(`editor.${name}`)}
        </Button>
      ))}
      <Button
        kind="plain"
        size="small"
        aria-pressed={active.link}
        onPress={() => (active.link ? chain().extendMarkRange('link').unsetLink().run() : setAsking(true))}
      >
        {t(active.link ? 'editor.unlink' : 'editor.link')}
      </Button>
      {atCaret && (
        <Button
          kind="plain"
          size="small"
          aria-keyshortcuts="Control+Shift+Enter"
          onPress={() => atCaret.run(plainPlaceOf(editor.state.doc, editor.state.selection.from))}
        >
          {atCaret.label}
        </Button>
      )}
      <Button kind="plain" size="small" onPress={() => onLeave('escape')}>
        {t('editor.done')}
      </Button>
    </div>
  );
}

/** Asks for a link's address. Only addresses that are safe to follow are taken. */
function LinkQuestion({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation('strategy');
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const take = (): void => {
    const href = hrefFromTyped(address);
    if (href === null) {
      setWrong(true);
      return;
    }
    if (editor.state.selection.empty)
      editor.commands.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] });
    else editor.commands.setLink({ href });
    onClose();
  };
  return (
    <form
      className={styles['address']}
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <TextField
        label={t('editor.address')}
        value={address}
        onChange={setAddress}
        autoFocus
        {...(isWrong ? { error: t('editor.addressWrong') } : {})}
      />
      <Button type="submit" kind="primary">
        {t('editor.link')}
      </Button>
      <Button onPress={onClose}>{t('editor.cancel')}</Button>
    </form>
  );
}
