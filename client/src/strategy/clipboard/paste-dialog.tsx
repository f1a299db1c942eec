import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { type MatrixColumn, matrixColumns } from '../grid/matrix.ts';
import { useTable } from '../table-context.ts';
import { applyPaste } from './apply-paste.ts';
import styles from './paste.module.css';
import { headingsOf, type Mapping, mappingFrom, planPaste } from './paste-plan.ts';
import type { PendingPaste } from './use-clipboard.ts';

const shownLines = 6;

interface Props {
  paste: PendingPaste;
  rows: readonly StrategyRow[];
  onClose: () => void;
}

/** A pasted block before it goes into the table: which column goes where, and how many rows it adds. */
export function PasteDialog({ paste, rows, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, catalogue } = useTable();
  const { block, anchor } = paste;
  const [headings] = useState(() => headingsOf(block, (column) => t(`column.${column}`)));
  const [hasHeadings, setHasHeadings] = useState(headings !== null);
  const [mapping, setMapping] = useState<Mapping>(() => headings ?? mappingFrom(anchor, block, rows));
  const lines = useMemo(() => (hasHeadings ? block.slice(1) : block), [hasHeadings, block]);
  const plan = useMemo(
    // By number a row is found even where a filter hides it.
    () => planPaste(lines, mapping, anchor, mapping.includes('number') ? readStrategy(doc) : rows, catalogue),
    [lines, mapping, anchor, rows, catalogue, doc],
  );
  const write = (): void => {
    undo?.stopCapturing();
    applyPaste(doc, plan, origin);
    undo?.stopCapturing();
    announce(t('clipboard.pasted', { count: plan.lines.length }));
    onClose();
  };
  return (
    <Dialog
      title={t('clipboard.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={mapping.every((column) => column === null)} onPress={write}>
            {t('clipboard.paste')}
          </Button>
          <Button onPress={onClose}>{t('words.cancel', { ns: 'frame' })}</Button>
        </>
      }
    >
      <p>
        {t('clipboard.lines', { count: plan.lines.length })} {t('clipboard.added', { count: plan.added.length })}{' '}
        {t('clipboard.rule')}
      </p>
      {block.length > 1 && (
        <Checkbox isSelected={hasHeadings} onChange={setHasHeadings}>
          {t('clipboard.headings')}
        </Checkbox>
      )}
      <div className={styles['frame']}>
        <table className={styles['preview']}>
          <thead>
            <tr>
              {mapping.map((column, index) => (
                <th key={`column ${index + 1}`} scope="col">
                  <ColumnChoice
                    place={index + 1}
                    column={column}
                    onChange={(chosen) => setMapping(mapping.with(index, chosen))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shownLines).map((cells, line) => (
              <tr key={`line ${line + 1}`}>
                {mapping.map((column, index) => (
                  <td key={`cell ${index + 1}`} dir="auto" data-left-out={column === null || undefined}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > shownLines && <p>{t('clipboard.more', { count: lines.length - shownLines })}</p>}
    </Dialog>
  );
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
