import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadWords } from '../i18n.ts';
import { CellText } from './cell-text.tsx';
import { EarlyText } from './early-text.ts';
import type { FragmentEditorProps } from './editing.ts';

const loadEditor = () => import('./cell-editor.tsx');

/** Begins to load the editor and its words, so that the first cell opens at once. */
export function preloadEditor(): void {
  loadWords('strategy');
  void loadEditor();
}

const CellEditor = lazy(async () => ({ default: (await loadEditor()).CellEditor }));

/** An editor for one shared text: a cell of the table, an item or the preamble of the charter. The text stands still while the editor loads. */
export function FragmentEditor(props: FragmentEditorProps) {
  useTranslation('strategy');
  const { undo } = props;
  const [early] = useState(() => new EarlyText());
  useLayoutEffect(() => early.listen(), [early]);
  // One undo takes back what was done in one text, however soon the next was opened.
  useEffect(() => {
    undo?.stopCapturing();
    return () => undo?.stopCapturing();
  }, [undo]);
  const [start] = useState(() => ({
    ...props.start,
    typed: () => (props.start?.typed?.() ?? '') + early.take(),
  }));
  return (
    <Suspense fallback={<CellText fragment={props.fragment} />}>
      <CellEditor {...props} start={start} />
    </Suspense>
  );
}
