import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/**
 * Takes bold, italic and links off line breaks. Nobody sees them there, and the shared text keeps none: the editor of the
 * one who made the words bold would show another text than those of all others.
 */
export function breaksUnmarked(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, now) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null;
      const { tr, storedMarks } = now;
      now.doc.descendants((node, at) => {
        if (node.type.name === 'hardBreak' && node.marks.length > 0) tr.removeMark(at, at + node.nodeSize);
      });
      return tr.docChanged ? tr.setStoredMarks(storedMarks) : null;
    },
  });
}

/** The same as a part of an editor. */
export const unmarkedBreaks = Extension.create({
  name: 'unmarkedBreaks',
  addProseMirrorPlugins: () => [breaksUnmarked()],
});
