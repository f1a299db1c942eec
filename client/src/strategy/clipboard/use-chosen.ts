import type { StrategyRow } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import type { Range } from '../grid/range.ts';
import { cellElementId } from '../table-cell.tsx';
import { useTable } from '../table-context.ts';

/** The cells that keys and the clipboard work on, and how that is done and told. */
export interface Chosen {
  /** By lines and columns: what is chosen together, else this one. */
  keysAt: (key: string) => (string | null)[][];
  /** Those of them that are on the screen. In folded rows nobody sees what would become of them. */
  seenAt: (key: string) => { seen: string[]; unseen: number };
  /** One undo takes it back. */
  asOneStep: (change: () => void) => void;
  tell: (done: string, unseen: number) => void;
}

/** What is chosen on the table at this moment. */
export function useChosen(rows: readonly StrategyRow[], range: Range): Chosen {
  const { t } = useTranslation('strategy');
  const { undo } = useTable();
  const keysAt = (key: string): (string | null)[][] => {
    const block = range.block(rows);
    // The focus may have left what was chosen, as by Tab.
    return block.flat().includes(key) ? block : [[key]];
  };
  const seenAt = (key: string): { seen: string[]; unseen: number } => {
    const keys = keysAt(key)
      .flat()
      .filter((one) => one !== null);
    const seen = keys.filter((one) => document.getElementById(cellElementId(one)) !== null);
    return { seen, unseen: keys.length - seen.length };
  };
  const asOneStep = (change: () => void): void => {
    undo?.stopCapturing();
    change();
    undo?.stopCapturing();
  };
  const tell = (done: string, unseen: number): void => {
    const left = unseen > 0 ? t('clipboard.unseen', { count: unseen }) : '';
    if (done !== '' || left !== '') announce([done, left].join(' ').trim());
  };
  return { keysAt, seenAt, asOneStep, tell };
}
