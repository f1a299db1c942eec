import { safeHref } from '@board/shared/model/safe-href';
import { limits } from '@board/shared/protocol/limits';
import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { StarterKit } from '@tiptap/starter-kit';
import { yCursorPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import i18next from 'i18next';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { ownUndo } from '../sync/undo.ts';
import { announce } from '../ui/announcements.ts';
import { caretOf, selectionOf } from './carets.ts';
import { cellLimit } from './cell-limit.ts';
import { ComposingHold, keepStill, stillWhileComposing } from './composing.ts';
import { keepCaret } from './keep-caret.ts';
import { pasteLists } from './paste-lists.ts';
import { unmarkedBreaks } from './unmarked-breaks.ts';

export interface EditorSetup {
  fragment: Y.XmlFragment;
  awareness: Awareness | null;
  /** Undo inside of the cell only. */
  undo: Y.UndoManager;
}

/** Undo for what is typed into one fragment through the editor. */
export function cellUndo(fragment: Y.XmlFragment): Y.UndoManager {
  return ownUndo(fragment, [ySyncPluginKey]);
}

/** The origin that the editor gives to its changes. */
export const editorOrigin: unknown = ySyncPluginKey;

/**
 * What a cell holds: paragraphs, bold, italic, lists, line breaks, safe links. Whatever is pasted is reduced to that by
 * the schema.
 */
export function editorExtensions({ fragment, awareness, undo }: EditorSetup): Extensions {
  const hold = new ComposingHold();
  return [
    StarterKit.configure({
      blockquote: false,
      code: false,
      codeBlock: false,
      dropcursor: false,
      gapcursor: false,
      heading: false,
      horizontalRule: false,
      strike: false,
      trailingNode: false,
      underline: false,
      undoRedo: false,
      link: {
        autolink: true,
        linkOnPaste: true,
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: (url) => safeHref(url) !== null,
        HTMLAttributes: { target: '_blank', rel: 'noopener noreferrer nofollow' },
      },
    }),
    Collaboration.configure({ fragment, yUndoOptions: { undoManager: undo } }),
    cellLimit(() => announce(i18next.t('strategy:editor.full', { most: limits.cellText }))),
    pasteLists,
    unmarkedBreaks,
    ...(awareness ? [carets(awareness, hold)] : []),
    keepCaret(fragment),
    keepStill(hold),
  ];
}

/** Other people's carets, with their names. */
function carets(awareness: Awareness, hold: ComposingHold): Extension {
  return Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      stillWhileComposing(yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf }), hold),
    ],
  });
}
