import { Extension } from '@tiptap/core';
import { DOMParser as SliceParser } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { linesIn } from './clipboard/html-lines.ts';
import { readListText } from './clipboard/list-text.ts';
import { pageOfLines } from './clipboard/write-block.ts';

const readByUs = /mso-list|MsoListParagraph|data-list="|<table/i;

/**
 * Lists that word processors write as paragraphs with a sign before them become lists, in the open cell as in the closed
 * one. Each cell of a table begins a line: a text has no tables, and without that their words would be one word.
 */
export const pasteLists = Extension.create({
  name: 'pasteLists',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: (html) => {
          if (!readByUs.test(html)) return html;
          return pageOfLines(linesIn(new DOMParser().parseFromString(html, 'text/html').body));
        },
        clipboardTextParser: (text, context, _plain, view) => {
          const lines = readListText(text);
          // The editor's own way for anything else: it is taken where nothing is returned.
          if (!lines) return undefined as never;
          const page = new DOMParser().parseFromString(pageOfLines(lines), 'text/html');
          return SliceParser.fromSchema(view.state.schema).parseSlice(page.body, { context });
        },
      },
    }),
  ],
});
