import { cellKey, type RiskCell, riskCells, type StrategyRisk } from '@board/shared/model/strategy';
import { EmptyCell } from './empty-cell.tsx';
import { GridButton } from './grid-button.tsx';
import { RemoveRiskButton } from './part-buttons.tsx';
import type { RowPart } from './row-parts.ts';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { specialKey } from './table-model.ts';

const column = 9;

/** The risks of a row, each with its response, in one cell that spans all actions; without any it can be reached all the same. */
export function RisksCell({ part, lines }: { part: RowPart; lines: number }) {
  const { row, name, t, mayWrite, othersAt } = part;
  const key = specialKey(row.id, 'risks');
  const adding = mayWrite && (
    <div className={styles['addingRisk']}>
      <GridButton act="add-risk" icon="add" label={t('risk.add')} />
    </div>
  );
  return (
    <td aria-colindex={column} aria-rowspan={lines} className={styles['stack']} data-for="risks">
      {row.risks.map((risk, index) => (
        <div key={risk.id} className={styles['risk']}>
          {riskCells.map((cell) => (
            <RiskPart key={cell} part={part} risk={risk} cell={cell} place={index + 1} />
          ))}
        </div>
      ))}
      {row.risks.length > 0 && adding}
      {row.risks.length === 0 && (
        <TableCell
          cellKey={key}
          column={column}
          mayWrite={mayWrite}
          opens="nothing"
          others={othersAt(key)}
          group={t('cell.in', { cell: t('table.risks'), row: name })}
        >
          <EmptyCell hint="" t={t} />
          {adding}
        </TableCell>
      )}
    </td>
  );
}

function RiskPart({ part, risk, cell, place }: { part: RowPart; risk: StrategyRisk; cell: RiskCell; place: number }) {
  const { row, name, t, mayWrite, focused } = part;
  const address = { row: row.id, risk: risk.id, cell };
  return (
    <SharedCell
      part={part}
      address={address}
      text={risk[cell]}
      column={column}
      label={() => t('cell.in', { cell: t(`cell.${cell}`, { place }), row: name })}
      hint={t(`hint.${cell}`)}
      isPart
    >
      {cell === 'risk' && mayWrite && focused === cellKey(address) && (
        <span className={styles['controls']}>
          <RemoveRiskButton row={row.id} risk={risk} />
        </span>
      )}
    </SharedCell>
  );
}
