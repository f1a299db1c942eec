import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type * as Y from 'yjs';
import { type Anchor, anchorAt, placeOfSign } from './caret-anchor.ts';
import { plainPlaceOf } from './caret-place.ts';
import styles from './cell-editor.module.css';
import { cellUndo, editorExtensions, editorOrigin } from './cell-editor-setup.ts';
import cellText from './cell-text.module.css';
import type { CaretTool, EditorStart, LateEditorProps, LeavingWay } from './editing.ts';
import { EditorToolbar } from './editor-toolbar.tsx';

/** The editor itself, with everything it needs: a bundle of its own, loaded when the first cell is opened. */
export function CellEditor(props: LateEditorProps) {
  const { fragment, awareness, label, undo, start, toolbarPlace, atCaret, onLeave, handOver } = props;
  const [extensions] = useState(() => editorExtensions({ fragment, awareness, undo: cellUndo(fragment) }));
  const frame = useRef<HTMLDivElement>(null);
  const leave = useRef(onLeave);
  const tool = useRef(atCaret);
  useEffect(() => {
    leave.current = onLeave;
    tool.current = atCaret;
  }, [onLeave, atCaret]);
  useEffect(() => undo?.addTrackedOrigin(editorOrigin), [undo]);
  // One history for the whole document; from inside a cell it goes no further back than to the opening of the cell.
  const [begun] = useState(() => undo?.undoStack.length ?? 0);
  const editor = useEditor({
    // At once it would be made while React may still put this component off, and be thrown away half-used.
    immediatelyRender: false,
    extensions,
    editorProps: {
      attributes: {
        class: `${cellText['text']} ${styles['editor']}`,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
      },
      handleKeyDown: (view, event) =>
        leaveByKey(event, (way) => leave.current(way)) ||
        toolByKey(event, tool.current, () => plainPlaceOf(view.state.doc, view.state.selection.from)) ||
        (undo ? undoByKey(event, undo, begun) : false),
    },
    onBlur: ({ editor, event }) => {
      const next = event.relatedTarget;
      const isInside = next instanceof Node && (frame.current?.contains(next) || toolbarPlace?.contains(next));
      // Another window in front is no leaving: the page itself has lost the focus then.
      if (isInside || !document.hasFocus()) return;
      if (next !== null) leave.current('away');
      else unlessMoved(editor, () => leave.current('away'));
    },
  });
  useLayoutEffect(() => () => rememberCaret(fragment, editor), [fragment, editor]);
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    if (!editor || hasBegun.current) return;
    hasBegun.current = true;
    handOver((typed) => {
      if (!editor.isDestroyed) begin(editor, fragment, { ...start, typed });
    });
  }, [editor, fragment, start, handOver]);
  const toolbar = editor && <EditorToolbar editor={editor} atCaret={atCaret} onLeave={onLeave} />;
  return (
    <div ref={frame} className={styles['frame']}>
      {toolbarPlace ? createPortal(toolbar, toolbarPlace) : toolbar}
      <EditorContent editor={editor} />
    </div>
  );
}

const carets = new WeakMap<Y.XmlFragment, Anchor>();

function rememberCaret(fragment: Y.XmlFragment, editor: Editor | null): void {
  const caret = editor && anchorAt(fragment, editor.state.doc, editor.state.selection.head);
  if (caret) carets.set(fragment, caret);
}

/** More lines than this were not typed but pasted, and are put in as a paste is: one by one they would take seconds. */
const mostTyped = 20;

function begin(
  editor: Editor,
  fragment: Y.XmlFragment,
  { isAgain, point, typed }: Omit<EditorStart, 'typed'> & { typed: string },
): void {
  const caret = isAgain ? carets.get(fragment) : undefined;
  const pressed = point && editor.view.posAtCoords({ left: point.x, top: point.y });
  const place = caret ? placeOfSign(fragment, editor.state.doc, caret) : pressed?.pos;
  // Not the command `focus`: it waits for the next frame, and keys would go astray until then.
  editor.view.focus();
  editor.commands.setTextSelection(place ?? editor.state.doc.content.size);
  const [first = '', ...lines] = typed.split('\n');
  if (lines.length > mostTyped) {
    editor.view.pasteText(typed);
    return;
  }
  const type = (words: string) => words !== '' && editor.commands.insertContent({ type: 'text', text: words });
  type(first);
  for (const line of lines) {
    editor.commands.enter();
    type(line);
  }
}

/**
 * Others move the row that somebody writes in: the browser takes the focus from what is moved, and the page has given it
 * back by the end of the same task, before the next key. Calls `leave` where it has not: then this person is gone.
 */
function unlessMoved({ view }: Editor, leave: () => void): void {
  queueMicrotask(() => {
    if (view.isDestroyed) return;
    // Marks in the page what the editor holds as marked: the browser has forgotten that, too.
    if (view.hasFocus()) view.focus();
    // Gone from the page while something else has the focus: the same cell was drawn anew.
    else if (view.dom.isConnected || document.activeElement === document.body) leave();
  });
}

/** Ctrl+Z and Ctrl+Y go through the document's own history. */
function undoByKey(event: KeyboardEvent, undo: Y.UndoManager, begun: number): boolean {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return false;
  event.preventDefault();
  if (event.shiftKey || key === 'y') undo.redo();
  else if (undo.undoStack.length > begun) undo.undo();
  return true;
}

function toolByKey(event: KeyboardEvent, tool: CaretTool | undefined, place: () => number): boolean {
  if (!tool || event.key !== 'Enter' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return false;
  event.preventDefault();
  tool.run(place());
  return true;
}

/** Escape and Tab leave the cell; everything else is the editor's. Keys of an input method that is composing are its own. */
function leaveByKey(event: KeyboardEvent, leave: (way: LeavingWay) => void): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key !== 'Escape' && event.key !== 'Tab') return false;
  event.preventDefault();
  event.stopPropagation();
  leave(event.key === 'Escape' ? 'escape' : event.shiftKey ? 'previous' : 'next');
  return true;
}
