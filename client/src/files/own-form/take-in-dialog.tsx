import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeOf, effectsOf } from '../../strategy/clipboard/paste-effects.ts';
import { PasteNotes } from '../../strategy/clipboard/paste-notes.tsx';
import { useLookedAt } from '../../strategy/clipboard/use-looked-at.ts';
import { type MatrixColumn, matrixColumns } from '../../strategy/grid/matrix.ts';
import { useTable } from '../../strategy/table-context.ts';
import { announce } from '../../ui/announcements.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Select } from '../../ui/select.tsx';
import { useDroppedFile } from '../../ui/use-dropped-file.ts';
import { askForm } from './ask-form.ts';
import type { FormProblem, FormTable } from './form.ts';
import { applyForm, isNothingNew, planForm } from './form-plan.ts';
import { FormPreview } from './form-preview.tsx';
import { fileBytes } from './unpack.ts';

interface Props {
  rows: readonly StrategyRow[];
  /** Of several tables in a file the one that was written from these rows is meant, else the one under this name. */
  groupName: string;
  onClose: () => void;
}

type Reading =
  | { state: 'asking'; problem: FormProblem | null }
  | { state: 'reading' }
  | { state: 'read'; tables: readonly FormTable[]; chosen: number };

/** Takes a strategy in from a Word or Excel file: what would become of the table is shown first, and one undo takes it back. */
export function TakeInDialog({ rows, groupName, onClose }: Props) {
  const { t } = useTranslation(['takehome', 'frame']);
  const { doc, origin, undo, catalogue } = useTable();
  const { reading, read, choose } = useFormFile(groupName, rows);
  useDroppedFile(read);
  const table = reading.state === 'read' ? reading.tables[reading.chosen] : undefined;
  const planIn = useMemo(() => {
    const byNumber = new Map(catalogue?.list.map(({ number, id }) => [number, id]));
    return (there: readonly StrategyRow[]) => table && planForm(table.rows, there, byNumber);
  }, [table, catalogue]);
  const plan = useMemo(() => planIn(rows), [planIn, rows]);
  const { hasChanged, isLookedAt } = useLookedAt(planIn, plan ? changeOf(plan.paste, rows) : '');
  const effects = useMemo(() => plan && effectsOf(plan.paste, rows), [plan, rows]);
  const isSame = useMemo(() => plan !== undefined && isNothingNew(doc, plan), [plan, doc]);
  const write = (): void => {
    // Made anew: others may have removed, added and moved what it goes to since it was drawn.
    const now = readStrategy(doc);
    const ready = planIn(now);
    if (!ready || !isLookedAt(changeOf(ready.paste, now))) return;
    undo?.stopCapturing();
    applyForm(doc, ready, origin);
    undo?.stopCapturing();
    announce(t('takeIn.done', { count: ready.rows.length }));
    onClose();
  };
  const isReady = plan !== undefined && effects !== undefined && effects.tooMuch === null;
  return (
    <Dialog
      title={t('takeIn.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          {plan && (
            <Button kind="primary" isDisabled={!isReady} onPress={write}>
              {t('takeIn.go')}
            </Button>
          )}
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <p>{t('takeIn.text')}</p>
      <p>
        <FileButton accept=".docx,.xlsx" onFile={read}>
          {t(plan ? 'takeIn.another' : 'takeIn.choose')}
        </FileButton>{' '}
        {!plan && t('takeIn.drop')}
      </p>
      {reading.state === 'reading' && <p role="status">{t('takeIn.reading')}</p>}
      {reading.state === 'asking' && reading.problem && (
        <Banner kind="error">
          {t(`takeIn.problem.${reading.problem}`, { most: Math.round(fileBytes / 1024 / 1024) })}
        </Banner>
      )}
      {reading.state === 'read' && reading.tables.length > 1 && (
        <Select
          label={t('takeIn.table')}
          options={reading.tables.map(({ title }, place) => ({
            value: String(place),
            label: title || t('takeIn.tableNamed', { place: place + 1 }),
          }))}
          value={String(reading.chosen)}
          onChange={(value) => choose(Number(value))}
        />
      )}
      {table && plan && effects && (
        <>
          <FormPreview table={table} plan={plan} isSame={isSame} />
          <PasteNotes
            {...{ effects, hasChanged }}
            leftOut={0}
            wordsBeside={0}
            left={null}
            hiddenWords={0}
            isByName
            isUnread={false}
          />
        </>
      )}
    </Dialog>
  );
}

/** Reads one file at a time; another one, or leaving, stops the one before. */
function useFormFile(
  groupName: string,
  rows: readonly StrategyRow[],
): {
  reading: Reading;
  read: (file: File) => void;
  choose: (at: number) => void;
} {
  const { t } = useTranslation('strategy');
  const [reading, setReading] = useState<Reading>({ state: 'asking', problem: null });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const read = async (file: File): Promise<void> => {
    stop.current?.abort();
    const stopper = new AbortController();
    stop.current = stopper;
    setReading({ state: 'reading' });
    const names = Object.fromEntries(matrixColumns.map((column) => [column, t(`column.${column}`)]));
    const answer = await askForm(file, names as Record<MatrixColumn, string>, stopper.signal);
    if (answer === null || stopper.signal.aborted) return;
    if (!answer.ok) return setReading({ state: 'asking', problem: answer.problem });
    // Two groups may have one name: the table that was written from these rows is meant.
    const ids = new Set<string>(rows.map(({ id }) => id));
    const written = answer.value.findIndex((one) => one.rows.some(({ id }) => ids.has(id)));
    const named = answer.value.findIndex(({ title }) => title !== '' && title.includes(groupName));
    const own = written < 0 ? named : written;
    setReading({ state: 'read', tables: answer.value, chosen: Math.max(0, own) });
  };
  const choose = (chosen: number): void =>
    setReading((before) => (before.state === 'read' ? { ...before, chosen } : before));
  return { reading, read: (file) => void read(file), choose };
}
