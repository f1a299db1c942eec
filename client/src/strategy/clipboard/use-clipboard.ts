import type { StrategyRow } from '@board/shared/model/strategy';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { focusedCell } from '../cell-focus.ts';
import type { Range } from '../grid/range.ts';
import { useTable } from '../table-context.ts';
import { clearCell, copyOfCell } from './cell-words.ts';
import { plainCell } from './lines.ts';
import { useChosen } from './use-chosen.ts';
import { type PendingPaste, usePaste } from './use-paste.ts';
import { asHtml, asTabbed } from './write-block.ts';

interface Clipboard {
  /** A block that waits for its columns to be looked at. */
  pending: PendingPaste | null;
  /** What reads a paste did not arrive: nothing was pasted. */
  isMissing: boolean;
  /** The preview, or what stands in its place, was left. */
  close: () => void;
  /** Empties the chosen cells, or this one. */
  clear: (key: string) => void;
}

/**
 * Copy, cut and paste on the table by the browser's own events, which need no secure context. One value goes straight into
 * its cell, or into all that are chosen; a block is shown first, and so is whatever would surprise. An open cell keeps its
 * clipboard for itself.
 */
export function useClipboard(rows: readonly StrategyRow[], range: Range): Clipboard {
  const { t, i18n } = useTranslation('strategy');
  const { doc, origin, mayWrite, catalogue } = useTable();
  const chosen = useChosen(rows, range);
  const { pending, isMissing, close, paste } = usePaste(chosen);
  const clear = (key: string): void => {
    if (!mayWrite) return;
    const { seen, unseen } = chosen.seenAt(key);
    let emptied = 0;
    chosen.asOneStep(() =>
      doc.transact(() => {
        for (const one of seen) if (clearCell(doc, rows, one, origin)) emptied += 1;
      }, origin),
    );
    chosen.tell(emptied > 0 ? t('clipboard.cleared', { count: emptied }) : '', unseen);
  };
  const copy = (event: ClipboardEvent, key: string): void => {
    const source = { doc, rows, catalogue, language: i18n.language };
    const block = chosen
      .keysAt(key)
      .map((line) => line.map((one) => (one === null ? plainCell('') : copyOfCell(source, one))));
    event.clipboardData?.setData('text/plain', asTabbed(block));
    event.clipboardData?.setData('text/html', asHtml(block));
    event.preventDefault();
    announce(t('clipboard.copied', { count: block.flat().length }));
  };
  useClipboardEvents((event) => {
    const key = focusedCell();
    if (key === null || event.defaultPrevented) return;
    if (event.type === 'paste') {
      if (mayWrite) void paste(event, key);
      return;
    }
    // Words that somebody has marked with the pointer are copied as such.
    if (range.isEmpty && getSelection()?.isCollapsed === false) return;
    copy(event, key);
    if (event.type === 'cut') clear(key);
  });
  return { pending, isMissing, close, clear };
}

/** Calls the latest handler for each of the browser's clipboard events. */
function useClipboardEvents(latest: (event: ClipboardEvent) => void): void {
  const handle = useRef(latest);
  useEffect(() => {
    handle.current = latest;
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => handle.current(event);
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, listen);
    return () => {
      for (const type of types) document.removeEventListener(type, listen);
    };
  }, []);
}
