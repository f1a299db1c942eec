import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { loadWords } from '../i18n.ts';
import { latePart } from '../ui/late-part.ts';
import { loadAgain } from '../ui/load-again.ts';
import { CellText } from './cell-text.tsx';
import { EarlyText } from './early-text.ts';
import type { FragmentEditorProps, LeavingWay } from './editing.ts';
import { PlainCell } from './plain-cell.tsx';
import { plainOrigin } from './plain-origin.ts';

const loadEditor = () => import('./cell-editor.tsx');

/** Begins to load the editor and its words, so that the first cell opens at once. */
export function preloadEditor(): void {
  loadWords('strategy');
  // Once it is needed it is asked for again.
  void loadAgain(loadEditor).catch(() => {});
}

const cellEditor = latePart<FragmentEditorProps>(async () => (await loadEditor()).CellEditor, PlainCell);

/** An editor for one shared text: a cell of the table, an item or the preamble of the charter. The text stands still while the editor loads; where it does not arrive, a plain field takes its place. */
export function FragmentEditor(props: FragmentEditorProps) {
  useTranslation('strategy');
  const { undo, fragment, onLeave } = props;
  const [CellEditor] = useState(cellEditor);
  const frame = useRef<HTMLDivElement>(null);
  const leave = useRef<(way: LeavingWay) => void>(onLeave);
  useLayoutEffect(() => {
    leave.current = (way) => {
      writeAtEnd(fragment, early.take(), undo);
      onLeave(way);
    };
  });
  const [early] = useState(() => new EarlyText(props.start?.typed?.() ?? '', (way) => leave.current(way)));
  useLayoutEffect(() => early.listen(frame.current), [early]);
  // One undo takes back what was done in one text, however soon the next was opened.
  useEffect(() => {
    undo?.stopCapturing();
    return () => undo?.stopCapturing();
  }, [undo]);
  const [start] = useState(() => ({
    ...props.start,
    typed: () => early.take(),
  }));
  return (
    <div ref={frame}>
      <Suspense fallback={<CellText fragment={fragment} />}>
        <CellEditor {...props} start={start} />
      </Suspense>
    </div>
  );
}

/** What was typed into a text that was left before its editor came. */
function writeAtEnd(fragment: Y.XmlFragment, words: string, undo: Y.UndoManager | null | undefined): void {
  applyChange(fragment, { at: plainOf(fragment).length, removed: 0, inserted: words }, plainOrigin(undo));
}
