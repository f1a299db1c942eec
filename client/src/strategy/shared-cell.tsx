import { fragmentText } from '@board/shared/model/read';
import { type CellAddress, cellFragment, cellKey } from '@board/shared/model/strategy';
import type { CSSProperties, ReactNode } from 'react';
import type * as Y from 'yjs';
import { CellText } from './cell-text.tsx';
import type { EditorStart } from './editing.ts';
import { useFragmentVersion } from './follow-fragment.ts';
import { FragmentEditor } from './fragment-editor.tsx';
import type { PersonHere } from './presence.ts';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { useTable } from './table-context.ts';

export interface SharedCellProps {
  address: CellAddress;
  /** What the cell is called, with its row. */
  label: string;
  /** Shown faintly while it is empty. */
  hint: string;
  column: number;
  /** Set while this person writes in it. */
  editing: EditorStart | null;
  others: readonly PersonHere[] | undefined;
  /** Several shared texts stand in one cell of the grid. */
  isPart?: boolean;
  place?: CSSProperties;
  /** Below the text. */
  children?: ReactNode;
}

/** One shared text of the table: plain HTML, or an editor while this person writes in it. */
export function SharedCell(props: SharedCellProps) {
  const { address, label, hint, column, editing, others, isPart, place, children } = props;
  const { doc, awareness, undo, toolbarPlace, mayWrite, leave } = useTable();
  const key = cellKey(address);
  const fragment = cellFragment(doc, address);
  return (
    <TableCell
      cellKey={key}
      column={column}
      opens={fragment ? 'editor' : 'nothing'}
      isOpen={editing !== null}
      others={others}
      {...(isPart ? { group: label } : {})}
      {...(place ? { place } : {})}
    >
      {fragment && editing && (
        <FragmentEditor
          {...{ fragment, awareness, undo, label, start: editing, toolbarPlace }}
          onLeave={(way) => leave(key, way)}
        />
      )}
      {fragment && !editing && <TextOrHint fragment={fragment} hint={mayWrite ? hint : ''} />}
      {children}
    </TableCell>
  );
}

function TextOrHint({ fragment, hint }: { fragment: Y.XmlFragment; hint: string }) {
  useFragmentVersion(fragment);
  if (hint !== '' && fragmentText(fragment) === '') return <span className={styles['hint']}>{hint}</span>;
  return <CellText fragment={fragment} />;
}
