import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CellText } from './cell-text.tsx';
import type { FragmentEditorProps } from './editing.ts';

const loadEditor = () => import('./cell-editor.tsx');

/** Begins to load the editor, so that the first cell opens at once. */
export function preloadEditor(): void {
  void loadEditor();
}

const CellEditor = lazy(async () => ({ default: (await loadEditor()).CellEditor }));

/** An editor for one shared text: a cell of the table, an item or the preamble of the charter. The text stands still while the editor loads. */
export function FragmentEditor(props: FragmentEditorProps) {
  useTranslation('strategy');
  return (
    <Suspense fallback={<CellText fragment={props.fragment} />}>
      <CellEditor {...props} />
    </Suspense>
  );
}
