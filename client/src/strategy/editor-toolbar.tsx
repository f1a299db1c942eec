import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
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

/**
 * What can be done to the words that are chosen: bold, italic, lists, a link; and what can be done where the caret stands.
 * Alt+F10 in the text leads here, the arrow keys along it and Escape back; Ctrl+K in the text asks for a link.
 */
export function EditorToolbar({ editor, atCaret, onLeave }: EditorToolbarProps) {
  const { t } = useTranslation('strategy');
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEditorKeys(editor, {
    toToolbar: () => place.current?.querySelector('button')?.focus(),
    askLink: () => setAsking(true),
  });
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
    // Not the command `focus`: it waits for the next frame, and keys would go astray until then.
    editor.view.focus();
  };
  if (isAsking) return <LinkQuestion editor={editor} onClose={close} />;
  const toggles = [
    { name: 'bold', run: () => chain().toggleBold().run() },
    { name: 'italic', run: () => chain().toggleItalic().run() },
    { name: 'bullets', run: () => chain().toggleBulletList().run() },
    { name: 'numbers', run: () => chain().toggleOrderedList().run() },
  ] as const;
  return (
    <div
      ref={place}
      className={styles['toolbar']}
      role="toolbar"
      aria-label={t('editor.labelKeys', { label: t('editor.label'), keys: 'Alt+F10' })}
      onKeyDown={(event) => moveAlong(event, close)}
    >
      {toggles.map(({ name, run }) => (
        <Button key={name} kind="plain" size="small" aria-pressed={active[name]} onPress={run}>
          {t(`editor.${name}`)}
        </Button>
      ))}
      <Button
        kind="plain"
        size="small"
        aria-pressed={active.link}
        aria-keyshortcuts="Control+K"
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

/** Keys of the text that lead out of it. */
function useEditorKeys(editor: Editor, keys: { toToolbar: () => void; askLink: () => void }): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const text = editor.view.dom;
    text.setAttribute('aria-keyshortcuts', 'Alt+F10 Control+K');
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      const isLink = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (event.isComposing || !(isLink || (event.key === 'F10' && event.altKey))) return;
      event.preventDefault();
      event.stopPropagation();
      if (isLink) current.current.askLink();
      else current.current.toToolbar();
    };
    text.addEventListener('keydown', onKeyDown);
    return () => text.removeEventListener('keydown', onKeyDown);
  }, [editor]);
}

function moveAlong(event: KeyboardEvent<HTMLElement>, back: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation();
    back();
    return;
  }
  const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (way === 0) return;
  event.preventDefault();
  event.stopPropagation();
  const step = getComputedStyle(event.currentTarget).direction === 'rtl' ? -way : way;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(event.target as HTMLButtonElement) + step;
  buttons[(at + buttons.length) % buttons.length]?.focus();
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
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
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
