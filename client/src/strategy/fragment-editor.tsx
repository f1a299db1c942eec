import { limits } from '@board/shared/protocol/limits';
import i18next from 'i18next';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { loadWords } from '../i18n.ts';
import { announce } from '../ui/announcements.ts';
import { latePart } from '../ui/late-part.ts';
import { loadAgain } from '../ui/load-again.ts';
import styles from './cell-editor.module.css';
import { CellText } from './cell-text.tsx';
import { EarlyText } from './early-text.ts';
import type { EditorStart, FragmentEditorProps, LateEditorProps, LeavingWay } from './editing.ts';
import { PlainCell } from './plain-cell.tsx';
import { plainOrigin } from './plain-origin.ts';
import { writeAtEnd } from './write-at-end.ts';

const loadEditor = () => import('./cell-editor.tsx');

/** Begins to load the editor and its words, so that the first cell opens at once. */
export function preloadEditor(): void {
  loadWords('strategy');
  // Once it is needed it is asked for again.
  void loadAgain(loadEditor).catch(() => {});
}

const cellEditor = latePart<LateEditorProps>(async () => (await loadEditor()).CellEditor, PlainCell);

/** An editor for one shared text: a cell of the table, an item or the preamble of the charter. The text stands still while the editor loads; where it does not arrive, a plain field takes its place. */
export function FragmentEditor(props: FragmentEditorProps) {
  useTranslation('strategy');
  const { undo, fragment, onLeave } = props;
  const [CellEditor] = useState(cellEditor);
  const field = useRef<HTMLTextAreaElement>(null);
  const [isThere, setThere] = useState(false);
  const leave = useRef<(way: LeavingWay) => void>(onLeave);
  useLayoutEffect(() => {
    leave.current = (way) => {
      writeEarly(fragment, early.take(), undo);
      onLeave(way);
    };
  });
  const [start] = useState(() => (props.start && begun.has(props.start) ? { isAgain: true } : props.start));
  const [early] = useState(() => new EarlyText(start?.typed ?? '', (way) => leave.current(way)));
  useLayoutEffect(() => {
    if (start) begun.add(start);
  }, [start]);
  useEarlyKept(early, fragment, undo);
  useLayoutEffect(() => (field.current ? early.listen(field.current) : undefined), [early]);
  // One undo takes back what was done in one text, however soon the next was opened.
  useEffect(() => {
    undo?.stopCapturing();
    return () => undo?.stopCapturing();
  }, [undo]);
  const [handOver] = useState(() => (begin: (typed: string) => void) => {
    early.handOver((typed) => {
      begin(typed);
      setThere(true);
    });
  });
  return (
    <div>
      <Suspense fallback={<CellText fragment={fragment} />}>
        <CellEditor {...props} {...(start && { start })} handOver={handOver} />
      </Suspense>
      {!isThere && (
        <textarea
          ref={field}
          className={styles['early']}
          aria-label={props.label}
          placeholder=" "
          dir="auto"
          rows={1}
        />
      )}
    </div>
  );
}

/**
 * Openings that an editor has begun with. The page draws it anew for reasons of its own (a narrower window, a row that is
 * shown elsewhere): the letter is there already then, and the caret where it was.
 */
const begun = new WeakSet<EditorStart>();

/** Writes what was typed when the text is taken from the page before its editor came: its window grew narrow, its row went elsewhere. */
function useEarlyKept(early: EarlyText, fragment: Y.XmlFragment, undo: Y.UndoManager | null | undefined): void {
  const isGone = useRef(false);
  useLayoutEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      // React takes effects back and runs them again while it is being developed with: only then it is still there.
      queueMicrotask(() => {
        if (isGone.current) writeEarly(fragment, early.take(), undo);
      });
    };
  }, [early, fragment, undo]);
}

/** What was typed into a text that was left before its editor came. */
function writeEarly(fragment: Y.XmlFragment, words: string, undo: Y.UndoManager | null | undefined): void {
  if (!writeAtEnd(fragment, words, plainOrigin(undo)))
    announce(i18next.t('strategy:editor.full', { most: limits.cellText }));
}
