import type { ActionId, RiskId } from '@board/shared/ids';
import type { CellAddress, StrategyRow } from '@board/shared/model/strategy';
import { putBack } from '@board/shared/model/strategy-put-back';
import { keyNow, takeInPart } from '@board/shared/model/strategy-twins';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import type { Offers } from '../sync/offers.ts';
import type { PlacePath } from '../sync/places.ts';
import { removedText } from '../sync/removed-texts.ts';
import { announce } from '../ui/announcements.ts';
import { LostBanner } from './lost-banner.tsx';
import styles from './lost-row.module.css';
import { useTable } from './table-context.ts';
import { placeOf, rowOfKey } from './table-model.ts';

/** A row as it was read before somebody removed it, or a part of it, under the hands of this person. */
export interface LostRow {
  row: StrategyRow;
  /** The cell that was open. */
  key: string;
}

/**
 * Notices that the open cell was removed by somebody else. What a document has deleted can be read by nobody any more, so
 * the row is offered as it was read just before, and what stood in the cell is kept until that is answered. An empty action that was left out when rows were put together is back
 * before the next key. Where another document takes the place of this one, nobody has removed anything: what was not sent of the old one is set aside and offered as a whole.
 */
export function useLostRow(doc: Y.Doc, rows: readonly StrategyRow[], open: string | null, offers: Offers | null) {
  const [lost, setLost] = useState<LostRow | null>(null);
  const seen = useRef<(LostRow & { doc: Y.Doc }) | null>(null);
  useLayoutEffect(() => {
    if (open === null || seen.current?.doc !== doc) seen.current = null;
    if (open === null) return;
    const row = rows.find((one) => one.id === rowOfKey(open));
    if (row && placeOf(row, open)) seen.current = { row, key: open, doc };
    else if (seen.current && keyNow(doc, seen.current.key) === open) {
      const [, part, cell] = open.split('.');
      if (cell !== undefined && takeInPart(doc, part as ActionId | RiskId)) return;
      const before = formerRow(doc, rowOfKey(open));
      const gone = before && placeOf(before, open) ? { row: before, key: open } : seen.current;
      setLost(gone);
      const place = placeOf(gone.row, gone.key);
      if (place?.kind === 'text') offers?.keep(pathOf(place.address), wordsIn(gone), gone.row);
      seen.current = null;
    }
  }, [doc, rows, open, offers]);
  const isBack = lost !== null && rows.some((row) => row.id === lost.row.id && placeOf(row, lost.key) !== null);
  useEffect(() => {
    if (isBack) setLost(null);
  }, [isBack]);
  return { lost, forget: () => setLost(null) };
}

/** Offers the row back, with the words that were in the open cell. */
export function LostRowBanner({ lost, onDone }: { lost: LostRow; onDone: () => void }) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, open } = useTable();
  const words = wordsIn(lost);
  const back = (): void => {
    undo?.stopCapturing();
    if (putBack(doc, lost.row, origin, (key) => removedText(doc, key))) announce(t('lost.isBack'));
    undo?.stopCapturing();
    onDone();
    open(lost.key, { isAgain: true });
  };
  return (
    <LostBanner
      title={t('lost.title')}
      back={t('lost.putBack')}
      leave={t('lost.leave')}
      onBack={back}
      onLeave={onDone}
      takesFocus
    >
      <p>{t(words === '' ? 'lost.empty' : 'lost.words')}</p>
      {words !== '' && (
        <blockquote className={styles['lost']} dir="auto">
          {words}
        </blockquote>
      )}
    </LostBanner>
  );
}

function wordsIn({ row, key }: LostRow): string {
  const place = placeOf(row, key);
  if (place?.kind !== 'text') return '';
  const { address } = place;
  if ('action' in address) return row.actions.find((one) => one.id === address.action)?.[address.cell] ?? '';
  if ('risk' in address) return row.risks.find((one) => one.id === address.risk)?.[address.cell] ?? '';
  return row.mechanisms;
}

function pathOf(address: CellAddress): PlacePath {
  if ('action' in address) return `rows/${address.row}/actions/${address.action}/${address.cell}`;
  if ('risk' in address) return `rows/${address.row}/risks/${address.risk}/${address.cell}`;
  return `rows/${address.part ?? address.row}/mechanisms`;
}
