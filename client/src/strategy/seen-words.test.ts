import type { RowId } from '@board/shared/ids';
import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, removeRow } from '@board/shared/model/strategy-edits';
import { wrapInList } from '@tiptap/pm/schema-list';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import { LostWordsWatch } from '../sync/lost-words.ts';
import { rememberRemoved } from '../sync/removed-texts.ts';
import { ownUndo } from '../sync/undo.ts';
import { Seat, schema } from './cell-seats.ts';
import { giveBack } from './give-back.ts';

/** What is offered to nobody: words that whoever removed them had seen, and words that are nobody’s new ones. */

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const later = (seconds: number): void => void vi.setSystemTime(Date.now() + seconds * 1000);

/** One person’s page on a row. */
class Page {
  readonly doc = new Y.Doc();
  readonly origin = {};
  readonly undo = ownUndo(this.doc, [this.origin]);
  readonly watch = new LostWordsWatch(this.doc);
  readonly row: RowId;

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state, 'copy');
    this.row = readStrategy(this.doc)[0]!.id;
    rememberRemoved(this.doc);
    formerRow(this.doc, this.row);
  }

  get cell(): Y.XmlFragment {
    const [row] = readStrategy(this.doc);
    return cellFragment(this.doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
  }

  get text(): string {
    return plainOf(this.cell);
  }

  get offers(): string[] {
    return this.watch.getSnapshot().map(({ words, isOthers }) => `${isOthers ? 'others' : 'own'}: ${words}`);
  }

  /** As somebody writes and erases it, sign by sign: `<` is a Backspace. */
  type(keys: string): this {
    for (const key of keys) {
      const end = this.text.length;
      const change = key === '<' ? { at: end - 1, removed: 1, inserted: '' } : { at: end, removed: 0, inserted: key };
      applyChange(this.cell, change, this.origin);
    }
    return this;
  }

  replace(words: string, by: string): void {
    const at = this.text.indexOf(words);
    applyChange(this.cell, { at, removed: words.length, inserted: by }, this.origin);
  }

  remove(): void {
    removeRow(this.doc, this.row, this.origin);
  }

  putBack(): void {
    const lost = this.watch.getSnapshot();
    giveBack(this.doc, lost, this.origin);
    this.watch.forget(lost);
  }

  tell(...others: Page[]): void {
    for (const { doc, watch } of others) {
      const update = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc));
      watch.told(update);
      Y.applyUpdate(doc, update, 'network');
    }
  }
}

function people(words: string): [Page, Page, Page] {
  const first = new Y.Doc();
  addRow(first, null);
  const [row] = readStrategy(first);
  fillFragment(cellFragment(first, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!, words);
  const state = Y.encodeStateAsUpdate(first);
  const pages = [new Page(state), new Page(state), new Page(state)] as [Page, Page, Page];
  later(60);
  return pages;
}

test('TA84 ST82 who corrects or takes out fresh words in a line that stays has seen them; what falls unseen with the line is offered', () => {
  const [ann, bo] = people('base');
  bo.type(' trian jugdes now').tell(ann);
  later(1);
  ann.replace('trian', 'train');
  ann.replace(' now', '');
  ann.tell(bo);
  expect([bo.text, ann.offers, bo.offers]).toEqual(['base train jugdes', [], []]);
  ann.remove();
  bo.type(' and clerks');
  bo.tell(ann);
  ann.tell(bo);
  expect([ann.offers, bo.offers[0]?.includes('and clerks')]).toEqual([['others: and clerks'], true]);
});

test('TA85 who divides a line is not offered what others typed in it, when they take it out later', () => {
  const [ann, bo] = people('base');
  bo.type(' train judges and publish the budget').tell(ann);
  later(30);
  ann.replace(' and publish', '\nand publish');
  ann.tell(bo);
  ann.watch.stored();
  expect(bo.text).toBe('base train judges\nand publish the budget');
  bo.type('<<<<<<').tell(ann);
  expect(ann.offers).toEqual([]);
  later(6);
  bo.remove();
  bo.tell(ann);
  expect([ann.offers, bo.offers]).toEqual([[], []]);
});

test('TA85 what was written anew and has not reached the server is offered when it falls: nobody else has it', () => {
  const [ann, bo] = people('base train judges');
  ann.replace(' ', '\n');
  later(15);
  bo.remove();
  bo.tell(ann);
  expect(ann.offers).toEqual(['own: train judges']);
});

test('TA85 who makes a list of a line is not offered what others typed in it; own fresh words in it are still their own', () => {
  for (const isOwn of [false, true]) {
    const [here, there] = [new Seat('begin', 1), new Seat('', 2)];
    Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc), 'network');
    later(60);
    const watch = new LostWordsWatch(here.doc);
    ownUndo(here.doc, [ySyncPluginKey]);
    const writer = isOwn ? here : there;
    writer.goBehind('begin').type(' train judges');
    Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(there.doc), 'network');
    here.goBehind('begin').run(wrapInList(schema.nodes['bulletList']!));
    Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc), 'network');
    watch.stored();
    expect(there.text.trim()).toBe('begin train judges');
    later(6);
    there.cell.delete(0, there.cell.length);
    Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(there.doc), 'network');
    expect(watch.getSnapshot().map(({ words }) => words.includes('train judges'))).toEqual(isOwn ? [true] : []);
  }
});

test('TA86 what its writer erased or removed is offered to nobody, and what stood around it comes as one run', () => {
  const [ann, bo] = people('base');
  ann.remove();
  bo.type(' the minister sleeps').type('<'.repeat(20)).type(' train juxx<<dges').tell(ann);
  expect(ann.offers).toEqual(['others: train judges']);
  ann.tell(bo);
  expect(bo.offers).toEqual(['own: train judges']);

  const [cy, dee] = people('base');
  cy.remove();
  dee.type(' train judges').remove();
  dee.tell(cy);
  cy.tell(dee);
  expect([cy.offers, dee.offers]).toEqual([[], []]);
});

test('TA86 what its writer has erased is not offered either where it arrives letter by letter', () => {
  const [ann, bo] = people('base');
  ann.remove();
  bo.type(' tehre').tell(ann);
  bo.type('<<<<').tell(ann);
  bo.type('here').tell(ann);
  expect(ann.offers).toEqual(['others: there']);
});

test('TA87 words that stood in their place again are not offered anew when others arrive there', () => {
  for (const words of ['alpha beta', 'judges']) {
    const [ann, bo, cy] = people('base');
    ann.remove();
    bo.type(` ${words}`).tell(ann);
    ann.tell(bo);
    expect([ann.offers, bo.offers]).toEqual([[`others: ${words}`], [expect.stringContaining(words)]]);
    bo.putBack();
    bo.tell(ann);
    expect([ann.offers, bo.offers]).toEqual([[], []]);
    bo.type('<<<<').tell(ann);
    cy.type(' two words').tell(ann);
    expect(ann.offers).toEqual(['others: two words']);
  }
});

test('TA87 a word that stands elsewhere in the text by chance stays offered, and is put back', () => {
  const [ann, bo] = people('it is not\nwhat');
  ann.replace('\nwhat', 'what');
  bo.type(' not').tell(ann);
  ann.tell(bo);
  ann.type(' one').tell(bo);
  expect([ann.offers, bo.offers]).toEqual([['others: not'], ['own: not']]);
  bo.putBack();
  expect([bo.text, bo.offers]).toEqual(['it is notwhat one\nnot', []]);
  bo.tell(ann);
  expect(ann.offers).toEqual([]);
});
