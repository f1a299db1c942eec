import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, test } from 'vitest';
import { ownUndo } from '../sync/undo.ts';
import { pair, remove } from './cell-seats.ts';

const lines = 'plan the visit\nbook the hall';

test('TA99 undoing a join or a division of lines brings back no words that somebody else has removed since', () => {
  const { here, there, exchange } = pair(lines);
  const undo = ownUndo(here.doc, [ySyncPluginKey]);
  here.goBehind('visit\n').run(joinBackward);
  exchange();
  expect(there.text).toBe('plan the visitbook the hall');
  const at = there.text.indexOf('the hall');
  there.run(remove(at, at + 'the hall'.length));
  there.goBehind('visit').type('ors');
  exchange();
  undo.undo();
  exchange();
  expect([here.text, there.text]).toEqual(['plan the visitors\nbook ', 'plan the visitors\nbook ']);
  undo.redo();
  exchange();
  expect([here.text, there.text]).toEqual(['plan the visitorsbook ', 'plan the visitorsbook ']);

  undo.stopCapturing();
  here.goBehind('plan ').run(splitBlock);
  exchange();
  const from = there.text.indexOf('the ');
  there.run(remove(from, from + 'the '.length));
  exchange();
  undo.undo();
  exchange();
  expect([here.text, there.text]).toEqual(['plan visitorsbook ', 'plan visitorsbook ']);
});

test('TA99 what nobody else has removed comes back with its line, one’s own removals too', () => {
  const { here, exchange } = pair(lines);
  const undo = ownUndo(here.doc, [ySyncPluginKey]);
  here.goBehind('visit\n').run(joinBackward);
  undo.stopCapturing();
  const at = here.text.indexOf('the hall');
  here.run(remove(at, at + 'the hall'.length));
  exchange();
  undo.undo();
  undo.undo();
  expect(here.text).toBe(lines);
  undo.redo();
  undo.redo();
  expect(here.text).toBe('plan the visitbook ');
  undo.undo();
  undo.undo();
  expect(here.text).toBe(lines);
});
