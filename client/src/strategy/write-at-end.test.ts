import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeAtEnd } from './write-at-end.ts';

test('TA70 what was typed before the editor came is not written beyond what a text may hold', () => {
  const cell = new Y.Doc().getXmlFragment('cell');
  fillFragment(cell, 'begin');
  expect(writeAtEnd(cell, 'x'.repeat(limits.cellText - 20), null)).toBe(false);
  expect(plainOf(cell)).toBe('begin');
  expect(writeAtEnd(cell, ' and end', null)).toBe(true);
  expect(plainOf(cell)).toBe('begin and end');
});
