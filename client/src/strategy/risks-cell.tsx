import { cellKey, type RiskCell, riskCells, type StrategyRisk } from '@board/shared/model/strategy';
import { GridButton } from './grid-button.tsx';
import { RemoveRiskButton } from './part-buttons.tsx';
import type { RowPart } from './row-parts.ts';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';

const column = 9;

/** The risks of a row, each with its response, in one cell that spans all actions. */
export function RisksCell({ part, lines }: { part: RowPart; lines: number }) {
  return (
    <td aria-colindex={column} aria-rowspan={lines} className={styles['stack']} data-for="risks">
      {part.row.risks.map((risk, index) => (
        <div key={risk.id} className={styles['risk']}>
          {riskCells.map((cell) => (
            <RiskPart key={cell} part={part} risk={risk} cell={cell} place={index + 1} />
          ))}
        </div>
      ))}
      {part.mayWrite && (
        <div className={styles['addingRisk']}>
          <GridButton act="add-risk" icon="add" label={part.t('risk.add')} />
        </div>
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
