import { limits } from '@board/shared/protocol/limits';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

/**
 * Keeps a text from growing beyond what can be taken, by whatever way: typed, pasted, dropped. What others write passes.
 * A change that would go beyond does nothing, and `onFull` says so.
 */
export function cellLimit(onFull: () => void): Extension {
  const refuse = (event: Event): boolean => {
    event.preventDefault();
    onFull();
    return true;
  };
  // Looked at before it is read: reading millions of signs would keep the page busy for minutes.
  const isTooMuch = (data: DataTransfer | null): boolean =>
    data !== null &&
    (data.getData('text/plain').length > limits.cellText || data.getData('text/html').length > limits.pasteMarkup);
  return Extension.create({
    name: 'cellLimit',
    // Before the editor's own handling of what is pasted.
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction: (transaction) => {
          if (!isBeyond(transaction)) return true;
          onFull();
          return false;
        },
        props: {
          handleDOMEvents: {
            paste: (_view, event) => isTooMuch(event.clipboardData) && refuse(event),
            drop: (_view, event) => isTooMuch(event.dataTransfer) && refuse(event),
          },
        },
      }),
    ],
  });
}

function isBeyond(transaction: Transaction): boolean {
  const { doc, before } = transaction;
  if (!transaction.docChanged || doc.content.size <= before.content.size) return false;
  if (transaction.getMeta(ySyncPluginKey)) return false;
  const weight = weightOf(doc);
  return weight > limits.cellText && weight > weightOf(before);
}

function weightOf(doc: Node): number {
  // No node is smaller than one sign: most texts need not be walked through.
  if (doc.content.size * (1 + limits.formWeight * 2) <= limits.cellText) return 0;
  let weight = 0;
  doc.descendants((node) => {
    weight += limits.formWeight * (1 + node.marks.length) + (node.text?.length ?? 0);
  });
  return weight;
}
