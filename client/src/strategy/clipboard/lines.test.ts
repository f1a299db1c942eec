import { fragmentText } from '@board/shared/model/read';
import { elementsOf, readBlocks } from '@board/shared/model/rich-text';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { setCell } from './cell-words.ts';
import { cellOfLines, flattened, type Line, nested, plainCell, plainLine, weightOf } from './lines.ts';
import { readListText } from './list-text.ts';
import { asHtml, asTabbed, pageOfLines } from './write-block.ts';

const item = (text: string, level: number, ordered = false): Line => ({ ...plainLine(text), list: { ordered, level } });

function fragment(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment('cell');
}

test('TA18 lists of word processors are read from plain text, with their levels; a table and a dash in a sentence are none', () => {
  expect(readListText('·\tTrain judges\r\no\tIn the north\r\n·\tPublish the list\r\n')).toEqual([
    item('Train judges', 1),
    item('In the north', 2),
    item('Publish the list', 1),
  ]);
  expect(readListText('Steps:\n1.\tAsk\n2.\tDo')).toEqual([
    plainLine('Steps:'),
    item('Ask', 1, true),
    item('Do', 1, true),
  ]);
  expect(readListText('-    one\n-    two')).toHaveLength(2);
  expect(readListText('•\u00a0\u00a0\u00a0one')).toEqual([item('one', 1)]);
  for (const text of ['a\tb\nc\td', '1.\tone\ttwo', 'o one', '- said quietly', '1. With one space', 'plain', ''])
    expect(readListText(text)).toBeNull();
});

test('TA18 lists within lists, bold and links go into a cell and come out of it as they were', () => {
  const lines: Line[] = [
    plainLine('First'),
    { list: { ordered: false, level: 1 }, spans: [{ kind: 'text', text: 'b', bold: true, italic: false, href: null }] },
    item('deeper', 2, true),
    item('back', 1),
    { list: null, spans: [{ kind: 'text', text: 'x', bold: false, italic: true, href: 'https://example.org/' }] },
  ];
  const cell = fragment();
  cell.insert(0, elementsOf(nested(lines)));
  expect(flattened(readBlocks(cell))).toEqual(lines);
  expect(pageOfLines(lines)).toBe(
    '<p>First</p><ul><li><p><b>b</b></p><ol><li><p>deeper</p></li></ol></li><li><p>back</p></li></ul>' +
      '<p><a href="https://example.org/"><i>x</i></a></p>',
  );
});

test('TA18 what is pasted takes the place of forms that were there; plain words over plain words touch what differs', () => {
  const cell = fragment();
  setCell(cell, cellOfLines([item('one', 1), item('two', 1)]));
  expect(readBlocks(cell)).toHaveLength(1);
  setCell(cell, plainCell('plain\nwords'));
  expect(readBlocks(cell).map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  const first = cell.get(0);
  setCell(cell, plainCell('plain\nother words'));
  expect(cell.get(0)).toBe(first);
  expect(fragmentText(cell)).toBe('plain\nother words');
});

test('TA18 a copied cell names the items of its lists, so that spreadsheets keep it in one cell', () => {
  const block = [[cellOfLines([item('one & two', 1), item('three', 1)])]];
  expect(asTabbed(block)).toBe('"one & two\nthree"');
  expect(asHtml(block)).toContain(
    '<span data-list="bullet 1">one &amp; two</span><br style="mso-data-placement:same-cell"><span data-list="bullet 1">three',
  );
});

test('TA19 what a text weighs grows with its paragraphs, items and forms, as the document does', () => {
  expect(weightOf(plainCell('x'.repeat(1000)))).toBe(1000 + limits.formWeight);
  expect(weightOf(plainCell('\n'.repeat(9)))).toBe(9 + 10 * limits.formWeight);
  expect(weightOf(cellOfLines([item('one', 1)]))).toBe(3 + 3 * limits.formWeight);
});
