import type { RowId } from '@board/shared/ids';
import { readStrategy } from '@board/shared/model/strategy';
import { mergeTwin, twinsOf } from '@board/shared/model/strategy-twins';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import type { DocumentStatus } from '../sync/document-status.ts';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { focusCell } from './cell-focus.ts';
import { type PresenceView, readPresence, usePresenceIn } from './presence.ts';
import { useTable } from './table-context.ts';
import { rowOfKey, specialKey } from './table-model.ts';
import styles from './twin-note.module.css';

/** Why the server may not have what is here, or this page what is there: it is being saved just now, or there is no connection. */
export type Unsaved = 'saving' | 'away' | null;

const UnsavedContext = createContext<Unsaved>(null);

/** Tells the rows how their document is saved. */
export const UnsavedProvider = UnsavedContext.Provider;

/** What a document's status means for two rows that are to be put together. */
export function unsavedIn(status: DocumentStatus): Unsaved {
  if (status.state === 'saved') return null;
  return status.state === 'waiting' && status.connected && !status.late ? 'saving' : 'away';
}

/** Says that a row’s recommendation has a row already, with what can be done about it, or why not now. */
export function TwinNote({ row, children }: { row: RowId; children: ReactNode }) {
  const { t } = useTranslation('strategy');
  const { awareness } = useTable();
  const cells = usePresenceIn(awareness, '');
  const unsaved = useContext(UnsavedContext);
  const whyNot = useWhyNot()(row, unsaved === 'saving' ? null : unsaved, cells);
  return (
    <div className={styles['note']}>
      <p>{t('twin.note')}</p>
      {children}
      {whyNot !== null && <p>{whyNot}</p>}
    </div>
  );
}

/** The button of a card. */
export function TwinMerge({ row, name }: { row: RowId; name: string }) {
  const { t } = useTranslation('strategy');
  const merge = useMerge();
  return (
    <Button kind="plain" size="small" aria-label={t('twin.mergeOf', { row: name })} onPress={() => merge(row)}>
      {t('twin.merge')}
    </Button>
  );
}

/**
 * Puts a row together with the one before it on the same recommendation; one step for undo. The focus goes to what has
 * become of them. While others could be writing what would not come along, it says why not instead.
 */
export function useMerge(): (row: RowId) => void {
  const { t } = useTranslation('strategy');
  const { doc, awareness, origin, undo } = useTable();
  const unsaved = useContext(UnsavedContext);
  const whyNot = useWhyNot();
  return (row) => {
    const why = whyNot(row, unsaved, awareness ? readPresence(awareness.getStates(), awareness.clientID).cells : null);
    if (why !== null) {
      announce(why);
      return;
    }
    undo?.stopCapturing();
    const kept = mergeTwin(doc, row, origin);
    undo?.stopCapturing();
    if (kept === null) return;
    announce(t('twin.merged'));
    // After the rows are drawn: the place of the one that stays may be new.
    requestAnimationFrame(() => focusCell(specialKey(kept, 'recommendation')));
  };
}

/** In plain words why a row and the first one on its recommendation cannot be put together now; null when they can. */
function useWhyNot(): (row: RowId, unsaved: Unsaved, cells: PresenceView['cells'] | null) => string | null {
  const { t } = useTranslation('strategy');
  const format = useFormat();
  const { doc } = useTable();
  return (row, unsaved, cells) => {
    if (unsaved !== null) return t(`twin.not.${unsaved}`);
    const first = twinsOf(readStrategy(doc)).get(row);
    const here = [...(cells ?? [])].filter(([key]) => rowOfKey(key) === row || rowOfKey(key) === first);
    const names = new Set(here.flatMap(([, people]) => people.map(({ name }) => name)));
    return names.size === 0 ? null : t('twin.not.open', { count: names.size, names: format.list([...names]) });
  };
}
