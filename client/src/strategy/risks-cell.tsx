import { cellKey, type RiskCell, riskCells, type StrategyRisk } from '@board/shared/model/strategy';
import { addRisk } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { RemoveRiskButton } from './part-buttons.tsx';
import type { RowPart } from './row-parts.ts';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { useTable } from './table-context.ts';

const column = 9;

/** The risks of a row, each with its response, in one cell that spans all actions. */
export function RisksCell({ part, lines }: { part: RowPart; lines: number }) {
  const { t } = useTranslation('strategy');
  const { doc, origin, mayWrite, open } = useTable();
  const add = (): void => {
    const risk = addRisk(doc, part.row.id, origin);
    if (risk) open(`${part.row.id}.${risk}.risk`);
  };
  return (
    <td aria-colindex={column} aria-rowspan={lines} className={styles['stack']} data-for="risks">
      {part.row.risks.map((risk, index) => (
        <div key={risk.id} className={styles['risk']}>
          {riskCells.map((cell) => (
            <RiskPart key={cell} part={part} risk={risk} cell={cell} place={index + 1} />
          ))}
        </div>
      ))}
      {mayWrite && (
        <div className={styles['addingRisk']}>
          <Button kind="plain" size="small" icon="add" onPress={add}>
            {t('risk.add')}
          </Button>
        </div>
      )}
    </td>
  );
}

function RiskPart({ part, risk, cell, place }: { part: RowPart; risk: StrategyRisk; cell: RiskCell; place: number }) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  const { row, name, editingAt, othersAt } = part;
  const address = { row: row.id, risk: risk.id, cell };
  const key = cellKey(address);
  return (
    <SharedCell
      address={address}
      column={column}
      label={t('cell.in', { cell: t(`cell.${cell}`, { place }), row: name })}
      hint={t(`hint.${cell}`)}
      editing={editingAt(key)}
      others={othersAt(key)}
      isPart
    >
      {cell === 'risk' && mayWrite && (
        <span className={styles['controls']}>
          <RemoveRiskButton row={row.id} risk={risk} />
        </span>
      )}
    </SharedCell>
  );
}
