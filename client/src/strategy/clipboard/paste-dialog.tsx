import { readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import type { TFunction } from 'i18next';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { useFormat } from '../../format.ts';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { TableColumn } from '../table-columns.ts';
import { useTable } from '../table-context.ts';
import { applyPaste } from './apply-paste.ts';
import { changeOf, effectsOf } from './paste-effects.ts';
import { type ColumnNamer, guessOf, guessOwn } from './paste-headings.ts';
import { leftOutOf } from './paste-left-out.ts';
import { PasteNotes } from './paste-notes.tsx';
import { isByName, type Mapping, type PastePlan, planPaste } from './paste-plan.ts';
import { PastePreview } from './paste-preview.tsx';
import { useLookedAt } from './use-looked-at.ts';
import type { PendingPaste } from './use-paste.ts';

const shownLines = 6;
const heads = { mechanisms: 'references', text: 'action', risk: 'risks', sdg: null, response: null } as const;

interface Props {
  paste: PendingPaste;
  rows: readonly StrategyRow[];
  onClose: () => void;
}

/** A pasted block before it goes into the table: which column goes where, and how many rows it adds. */
export function PasteDialog({ paste, rows, onClose }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, catalogue, nameOfState } = useTable();
  const { block, anchor, leftOut, wordsBeside, hiddenWords } = paste;
  const format = useFormat();
  const [guess] = useState(() =>
    paste.isOwn ? guessOwn(block, anchor, rows) : guessOf(block, anchor, rows, catalogue, ...namersIn(t)),
  );
  const [hasHeadings, setHasHeadings] = useState(guess.hasHeadings);
  const [addsActions, setAddsActions] = useState(false);
  const [mapping, setMapping] = useState<Mapping>(guess.mapping);
  const lines = useMemo(() => (hasHeadings ? block.slice(1) : block), [hasHeadings, block]);
  // By its recommendation a row is found even where a filter hides it.
  const isNamed = !paste.planIn && isByName(lines, mapping, catalogue);
  const isEverywhere = isNamed || paste.planIn !== undefined;
  const planIn = useCallback(
    (there: readonly StrategyRow[]): PastePlan =>
      paste.planIn?.(there) ?? planPaste(lines, mapping, anchor, there, catalogue, addsActions),
    [paste, lines, mapping, anchor, catalogue, addsActions],
  );
  const { plan, all, effects, hasChanged, ready } = usePlanned(planIn, rows, isEverywhere);
  const isAnything = plan.lines.length > 0 && (paste.planIn !== undefined || mapping.some((column) => column !== null));
  const mayAdd = isNamed && (addsActions || effects.changed.length > 0);
  const left = paste.planIn
    ? null
    : leftOutOf(plan, lines, mapping, all, catalogue, ({ states, position }) =>
        [format.list(states.map(nameOfState)), t(`position.${position}`, { ns: 'frame' })].join('\n'),
      );
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
      <PasteNotes
        {...{ effects, leftOut, wordsBeside, hiddenWords, left, hasChanged, isByName: isNamed }}
        isUnread={plan.lines.length === 0}
      />
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
      <PastePreview
        lines={lines.slice(0, shownLines)}
        {...{ plan, all, mapping }}
        onMapping={paste.planIn ? null : setMapping}
      />
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
  const { plan, all, effects, change } = useMemo(() => {
    const all = rowsNow(doc, isEverywhere ? null : rows);
    const made = planIn(all);
    return { plan: made, all, effects: effectsOf(made, all), change: changeOf(made, all) };
  }, [doc, rows, isEverywhere, planIn]);
  const { hasChanged, isLookedAt } = useLookedAt(planIn, change);
  // Others may have removed, added and moved what it goes to since it was drawn.
  const ready = (): PastePlan | null => {
    const now = rowsNow(doc, isEverywhere ? null : rows);
    const made = planIn(now);
    return isLookedAt(changeOf(made, now)) ? made : null;
  };
  return { plan, all, effects, hasChanged, ready };
}

/** These rows as the document has them at this moment, in this order; null: all of them. */
function rowsNow(doc: Y.Doc, rows: readonly StrategyRow[] | null): readonly StrategyRow[] {
  const now = readStrategy(doc);
  if (rows === null) return now;
  const byId = new Map(now.map((row) => [row.id, row]));
  return rows.flatMap(({ id }) => byId.get(id) ?? []);
}

/** What the columns are called here, and at the head of the table and of the document that goes out. */
function namersIn(t: TFunction<'strategy'>): [ColumnNamer, ColumnNamer] {
  return [
    (column) => t(`column.${column}`),
    (column) => {
      const head = column in heads ? heads[column as keyof typeof heads] : (column as TableColumn);
      return head === null ? '' : t(`table.${head}`);
    },
  ];
}
