import { type CellAddress, cellFragment, cellKey } from '@board/shared/model/strategy';
import type { CSSProperties, ReactNode } from 'react';
import type * as Y from 'yjs';
import { VersionedText } from './cell-text.tsx';
import type { EditorStart } from './editing.ts';
import { EmptyCell } from './empty-cell.tsx';
import { cellVersion, fragmentName } from './follow-fragment.ts';
import { FragmentEditor } from './fragment-editor.tsx';
import { CellAids } from './pickers/cell-aids.tsx';
import type { RowPart } from './row-parts.ts';
import { TableCell } from './table-cell.tsx';
import { useTable } from './table-context.ts';

export interface SharedCellProps {
  part: RowPart;
  address: CellAddress;
  /** Its words now, as the row was read. */
  text: string;
  /** What the cell is called, with its row; asked for when it is needed. */
  label: () => string;
  /** Shown faintly while it is empty. */
  hint: string;
  column: number;
  /** Several shared texts stand in one cell of the grid. */
  isPart?: boolean;
  place?: CSSProperties;
  /** Below the text. */
  children?: ReactNode;
}

/** One shared text of the table: plain HTML, or an editor while this person writes in it. */
export function SharedCell({ part, address, text, label, hint, column, isPart, place, children }: SharedCellProps) {
  const { doc, mayWrite, editingAt, othersAt } = part;
  const key = cellKey(address);
  const fragment = cellFragment(doc, address);
  const start = editingAt(key);
  return (
    <TableCell
      cellKey={key}
      column={column}
      mayWrite={mayWrite}
      opens={fragment ? 'editor' : 'nothing'}
      isOpen={start !== null}
      others={othersAt(key)}
      {...(isPart ? { group: label() } : {})}
      {...(place ? { place } : {})}
    >
      {fragment && start && (
        <OpenText key={fragmentName(fragment)} cell={key} fragment={fragment} label={label()} start={start} />
      )}
      {fragment && start && <CellAids address={address} fragment={fragment} />}
      {fragment &&
        !start &&
        (text === '' && mayWrite ? (
          <EmptyCell hint={hint} t={part.t} />
        ) : (
          <VersionedText fragment={fragment} version={cellVersion(doc, fragment)} />
        ))}
      {children}
    </TableCell>
  );
}

function OpenText(props: { cell: string; fragment: Y.XmlFragment; label: string; start: EditorStart }) {
  const { cell, fragment, label, start } = props;
  const { awareness, undo, toolbarPlace, leave } = useTable();
  return (
    <FragmentEditor
      {...{ fragment, awareness, undo, label, start, toolbarPlace }}
      onLeave={(way) => leave(cell, way)}
    />
  );
}
