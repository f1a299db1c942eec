import type { StrategyRow } from '@board/shared/model/strategy';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import type { Range } from '../grid/range.ts';
import { useTable } from '../table-context.ts';
import { focusedCell } from '../use-table-keys.ts';
import { applyPaste } from './apply-paste.ts';
import { clearCell, wordsOfCell } from './cell-words.ts';
import { planPaste } from './paste-plan.ts';
import type { Block } from './read-block.ts';
import { asHtml, asTabbed } from './write-block.ts';

export interface PendingPaste {
  block: Block;
  /** The cell that was pasted into. */
  anchor: string;
}

interface Clipboard {
  /** A block that waits for its columns to be looked at. */
  pending: PendingPaste | null;
  /** The preview was left. */
  close: () => void;
  /** Empties the chosen cells, or this one. */
  clear: (key: string) => void;
}

const loadReader = () => import('./read-block.ts');

/**
 * Copy, cut and paste on the table by the browser's own events, which need no secure context. One value goes straight into
 * its cell; a block is shown first. An open cell keeps its clipboard for itself.
 */
export function useClipboard(rows: readonly StrategyRow[], range: Range): Clipboard {
  const { t, i18n } = useTranslation('strategy');
  const { doc, origin, undo, mayWrite, catalogue } = useTable();
  const [pending, setPending] = useState<PendingPaste | null>(null);
  const keysAt = (key: string): (string | null)[][] => (range.isEmpty ? [[key]] : range.block(rows));
  const clear = (key: string): void => {
    if (!mayWrite) return;
    undo?.stopCapturing();
    let emptied = 0;
    doc.transact(() => {
      for (const one of keysAt(key).flat()) if (one !== null && clearCell(doc, rows, one, origin)) emptied += 1;
    }, origin);
    undo?.stopCapturing();
    if (emptied > 0) announce(t('clipboard.cleared', { count: emptied }));
  };
  const copy = (event: ClipboardEvent, key: string): void => {
    const source = { doc, rows, catalogue, language: i18n.language };
    const block = keysAt(key).map((line) => line.map((one) => (one === null ? '' : wordsOfCell(source, one))));
    event.clipboardData?.setData('text/plain', asTabbed(block));
    event.clipboardData?.setData('text/html', asHtml(block));
    event.preventDefault();
    announce(t('clipboard.copied', { count: block.flat().length }));
  };
  const paste = async (event: ClipboardEvent, key: string): Promise<void> => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    const { readBlock } = await loadReader();
    const block = readBlock(html, text);
    if (!block) return;
    const column = key.split('.').at(-1) ?? '';
    const isOneValue = block.length === 1 && block[0]?.length === 1;
    if (!isOneValue || column === 'number' || column === 'recommendation') {
      setPending({ block, anchor: key });
      return;
    }
    undo?.stopCapturing();
    applyPaste(doc, planPaste(block, [columnOf(column)], key, rows, catalogue), origin);
    undo?.stopCapturing();
  };
  const handle = useRef<(event: ClipboardEvent) => void>(() => {});
  useEffect(() => {
    handle.current = (event) => {
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
    };
  });
  useEffect(() => {
    // Before it is needed: whoever pastes while the server is away pastes too.
    if (mayWrite) void loadReader().catch(() => {});
  }, [mayWrite]);
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => handle.current(event);
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, listen);
    return () => {
      for (const type of types) document.removeEventListener(type, listen);
    };
  }, []);
  return { pending, close: () => setPending(null), clear };
}

type TextColumn =
  | 'mechanisms'
  | 'sdg'
  | 'text'
  | 'indicator'
  | 'resources'
  | 'partners'
  | 'timeframe'
  | 'risk'
  | 'response';

function columnOf(name: string): TextColumn {
  return name as TextColumn;
}
