import type { StrategyRow } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/select.tsx';
import { type MatrixColumn, matrixColumns } from '../grid/matrix.ts';
import { rowName } from '../row-names.ts';
import { useTable } from '../table-context.ts';
import styles from './paste.module.css';
import { takenBy } from './paste-left-out.ts';
import type { Mapping, PastePlan } from './paste-plan.ts';
import type { Block } from './read-block.ts';

/** In characters: a preview is no place to read a page in. */
const mostShown = 400;

interface Props {
  lines: Block;
  plan: PastePlan;
  /** The rows that it was planned for. */
  all: readonly StrategyRow[];
  mapping: Mapping;
  /** Null where it is no question what goes where. */
  onMapping: ((mapping: Mapping) => void) | null;
}

/** The first lines of a block: which row each goes to, and which column goes where. */
export function PastePreview({ lines, plan, all, mapping, onMapping }: Props) {
  const { t } = useTranslation('strategy');
  const nameOf = useRowOf(plan, all);
  return (
    <div className={styles['frame']}>
      <table className={styles['preview']}>
        <thead>
          <tr>
            {onMapping && (
              <th scope="col" className={styles['row']}>
                {t('clipboard.row')}
              </th>
            )}
            {mapping.map((column, index) => (
              <th key={`column ${index + 1}`} scope="col">
                {onMapping && (
                  <ColumnChoice
                    place={index + 1}
                    column={column}
                    onChange={(chosen) => onMapping(mapping.with(index, chosen))}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((cells, line) => (
            <tr key={`line ${line + 1}`}>
              {onMapping && (
                <th scope="row" className={styles['row']}>
                  {nameOf(line)}
                </th>
              )}
              {mapping.map((column, index) => (
                <td key={`cell ${index + 1}`} dir="auto" data-left-out={(column === null && onMapping) || undefined}>
                  {beginning(cells[index]?.text ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The row that a line of the block goes to, in words; '' where it goes to none. */
function useRowOf(plan: PastePlan, all: readonly StrategyRow[]): (line: number) => string {
  const { t } = useTranslation('strategy');
  const { catalogue } = useTable();
  return (line) => {
    const placed = plan.lines.find((one) => one.line === line);
    if (!placed) return '';
    const taken = takenBy(placed, plan, all);
    const recommendation = taken === null ? undefined : catalogue?.byId.get(taken);
    const number = recommendation?.number;
    if (placed.row === null) return number === undefined ? t('clipboard.newRow') : t('clipboard.newRowOn', { number });
    const at = all.findIndex(({ id }) => id === placed.row);
    return number ?? (all[at] ? rowName(all[at], recommendation, at + 1, t) : '');
  };
}

function beginning(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)} …` : text;
}

function ColumnChoice(props: {
  place: number;
  column: MatrixColumn | null;
  onChange: (column: MatrixColumn | null) => void;
}) {
  const { place, column, onChange } = props;
  const { t } = useTranslation('strategy');
  const names = matrixColumns.map((value) => ({ value, label: t(`column.${value}`) }));
  return (
    <Select
      label={t('clipboard.column', { place })}
      labelHidden
      compact
      options={[{ value: '' as const, label: t('clipboard.leaveOut') }, ...names]}
      value={column ?? ''}
      onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
    />
  );
}
