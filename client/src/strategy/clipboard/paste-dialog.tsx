import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { type MatrixColumn, matrixColumns } from '../grid/matrix.ts';
import { useTable } from '../table-context.ts';
import { applyPaste } from './apply-paste.ts';
import styles from './paste.module.css';
import { changeOf, effectsOf } from './paste-effects.ts';
import { PasteNotes } from './paste-notes.tsx';
import { headingsOf, type Mapping, mappingFrom, type PastePlan, planPaste } from './paste-plan.ts';
import { useLookedAt } from './use-looked-at.ts';
import type { PendingPaste } from './use-paste.ts';

const shownLines = 6;
const mostShown = 400;

interface Props {
  paste: PendingPaste;
  rows: readonly StrategyRow[];
  onClose: () => void;
}

/** A pasted block before it goes into the table: which column goes where, and how many rows it adds. */
export function PasteDialog({ paste, rows, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, catalogue } = useTable();
  const { block, anchor, leftOut, wordsBeside } = paste;
  const [headings] = useState(() => headingsOf(block, (column) => t(`column.${column}`)));
  const [hasHeadings, setHasHeadings] = useState(headings !== null);
  const [addsActions, setAddsActions] = useState(false);
  const [mapping, setMapping] = useState<Mapping>(() => headings ?? mappingFrom(anchor, block, rows));
  const lines = useMemo(() => (hasHeadings ? block.slice(1) : block), [hasHeadings, block]);
  // By number a row is found even where a filter hides it.
  const isByNumber = !paste.planIn && mapping.includes('number');
  const isEverywhere = isByNumber || paste.planIn !== undefined;
  const planIn = useCallback(
    (there: readonly StrategyRow[]): PastePlan =>
      paste.planIn?.(there) ?? planPaste(lines, mapping, anchor, there, catalogue, addsActions),
    [paste, lines, mapping, anchor, catalogue, addsActions],
  );
  const { plan, effects, hasChanged, ready } = usePlanned(planIn, rows, isEverywhere);
  const isAnything = plan.lines.length > 0 && (paste.planIn !== undefined || mapping.some((column) => column !== null));
  const mayAdd = isByNumber && (addsActions || effects.changed.length > 0);
  const write = (): void => {
    const now = ready();
    if (!now) return;
    undo?.stopCapturing();
    applyPaste(doc, now, origin, catalogue);
    undo?.stopCapturing();
    announce(t('clipboard.pasted', { count: now.lines.length }));
    onClose();
  };
  return (
    <Dialog
      title={t('clipboard.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={!isAnything || effects.tooMuch !== null} onPress={write}>
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
      <PasteNotes {...{ effects, leftOut, wordsBeside, hasChanged, isByNumber }} isUnread={plan.lines.length === 0} />
      {mayAdd && (
        <Checkbox isSelected={addsActions} onChange={setAddsActions}>
          {t('clipboard.addActions')}
        </Checkbox>
      )}
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
                  {!paste.planIn && (
                    <ColumnChoice
                      place={index + 1}
                      column={column}
                      onChange={(chosen) => setMapping(mapping.with(index, chosen))}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, shownLines).map((cells, line) => (
              <tr key={`line ${line + 1}`}>
                {mapping.map((column, index) => (
                  <td
                    key={`cell ${index + 1}`}
                    dir="auto"
                    data-left-out={(column === null && !paste.planIn) || undefined}
                  >
                    {beginning(cells[index]?.text ?? '')}
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

/** A plan in these rows, or in all, as it is shown. `ready` makes it anew to be written; null when it is not what was shown. */
function usePlanned(
  planIn: (there: readonly StrategyRow[]) => PastePlan,
  rows: readonly StrategyRow[],
  isEverywhere: boolean,
) {
  const { doc } = useTable();
  const { plan, effects, change } = useMemo(() => {
    const all = rowsNow(doc, isEverywhere ? null : rows);
    const made = planIn(all);
    return { plan: made, effects: effectsOf(made, all), change: changeOf(made, all) };
  }, [doc, rows, isEverywhere, planIn]);
  const { hasChanged, isLookedAt } = useLookedAt(planIn, change);
  // Others may have removed, added and moved what it goes to since it was drawn.
  const ready = (): PastePlan | null => {
    const now = rowsNow(doc, isEverywhere ? null : rows);
    const made = planIn(now);
    return isLookedAt(changeOf(made, now)) ? made : null;
  };
  return { plan, effects, hasChanged, ready };
}

/** These rows as the document has them at this moment, in this order; null: all of them. */
function rowsNow(doc: Y.Doc, rows: readonly StrategyRow[] | null): readonly StrategyRow[] {
  const now = readStrategy(doc);
  if (rows === null) return now;
  const byId = new Map(now.map((row) => [row.id, row]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

/** A preview is no place to read a page in. */
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
