import { actionCells, cellKey, type StrategyAction, type Timeframe } from '@board/shared/model/strategy';
import { Tag } from '../ui/tag.tsx';
import { EmptyCell } from './empty-cell.tsx';
import { timeframeWords } from './months.ts';
import { ActionButtons } from './part-buttons.tsx';
import type { RowPart } from './row-parts.ts';
import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { specialKey } from './table-model.ts';

const firstColumn = 4;
const timeWords = new Map<string, string>();

/** The five cells of one action, side by side: the action, its indicator, resources, partners, timeframe. */
export function ActionCells({ part, action, place }: { part: RowPart; action: StrategyAction; place: number }) {
  const { row, name, t, mayWrite, focused, othersAt } = part;
  const timeKey = specialKey(row.id, 'timeframe', action.id);
  const when = wordsOf(action.timeframe, part);
  return (
    <>
      {actionCells.map((cell, index) => {
        const address = { row: row.id, action: action.id, cell };
        return (
          <SharedCell
            key={cell}
            part={part}
            address={address}
            text={action[cell]}
            column={firstColumn + index}
            label={() => t('cell.in', { cell: t(`cell.${cell}`, { place }), row: name })}
            hint={action[cell] === '' ? t(`hint.${cell}`) : ''}
            place={{ gridColumn: firstColumn + index, gridRow: place }}
          >
            {cell === 'text' && <ActionMarks part={part} action={action} isFocused={focused === cellKey(address)} />}
          </SharedCell>
        );
      })}
      <TableCell
        cellKey={timeKey}
        column={8}
        mayWrite={mayWrite}
        opens="dialog"
        others={othersAt(timeKey)}
        place={{ gridColumn: 8, gridRow: place }}
      >
        {when || <EmptyCell hint={mayWrite ? t('hint.timeframe') : ''} t={t} />}
      </TableCell>
    </>
  );
}

/** What is said of an action and, while its cell has the focus, what can be done with it. */
function ActionMarks(props: { part: RowPart; action: StrategyAction; isFocused: boolean }) {
  const { part, action, isFocused } = props;
  return (
    <>
      {action.contribution && (
        <span className={styles['mark']}>
          <Tag tone="accent" icon="contribution">
            {part.t('action.given')}
          </Tag>
        </span>
      )}
      {part.mayWrite && (
        <span
          className={styles['grip']}
          draggable
          data-drag={`${part.row.id}.${action.id}`}
          title={part.t('action.drag')}
          aria-hidden
        />
      )}
      {part.mayWrite && isFocused && (
        <span className={styles['controls']}>
          <ActionButtons row={part.row.id} action={action} />
        </span>
      )}
    </>
  );
}

function wordsOf(timeframe: Timeframe, { language, t }: RowPart): string {
  const sign = `${language} ${timeframe.from} ${timeframe.to} ${timeframe.term}`;
  const known = timeWords.get(sign);
  if (known !== undefined) return known;
  const words = timeframeWords(timeframe, language, t);
  timeWords.set(sign, words);
  return words;
}
