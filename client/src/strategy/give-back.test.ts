import type { ActionId, RecommendationId } from '@board/shared/ids';
import { applyChange } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRow, removeAction, removeRow } from '@board/shared/model/strategy-edits';
import { mergeTwin, twinsOf } from '@board/shared/model/strategy-twins';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import { LostWordsWatch } from '../sync/lost-words.ts';
import { rememberRemoved } from '../sync/removed-texts.ts';
import { ownUndo } from '../sync/undo.ts';
import { chance } from './cell-seats.ts';
import { giveBack } from './give-back.ts';

/** Several people write in rows that others remove, put together and take back at that moment, or while they are away. */

const hour = 3_600_000;
const taken = ['r'.repeat(12), 's'.repeat(12)] as RecommendationId[];

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** One person’s page. */
class Page {
  readonly doc = new Y.Doc();
  readonly origin = {};
  readonly undo = ownUndo(this.doc, [this.origin]);
  readonly watch = new LostWordsWatch(this.doc);

  constructor(state: Uint8Array) {
    Y.applyUpdate(this.doc, state);
    rememberRemoved(this.doc);
    formerRow(this.doc, readStrategy(this.doc)[0]!.id);
  }

  get rows(): StrategyRow[] {
    return readStrategy(this.doc);
  }

  /** What can be read of the strategy. */
  get said(): string {
    return JSON.stringify(this.rows.map(({ mechanisms, actions }) => [mechanisms, actions]));
  }

  write(row: StrategyRow, action: ActionId | undefined, word: string): void {
    const address = action
      ? { row: row.id, action, cell: 'text' as const }
      : { row: row.id, cell: 'mechanisms' as const };
    const cell = cellFragment(this.doc, address);
    if (cell) applyChange(cell, { at: plainOf(cell).length, removed: 0, inserted: ` ${word}` }, this.origin);
  }

  putAllBack(): void {
    const lost = this.watch.getSnapshot();
    giveBack(this.doc, lost, this.origin);
    this.watch.forget(lost);
  }
}

/** Three pages on two rows, and what is on its way from each to each. */
function around() {
  const first = new Y.Doc();
  for (const one of taken) addRow(first, one);
  const pages = Array.from({ length: 3 }, () => new Page(Y.encodeStateAsUpdate(first)));
  const ways = pages.flatMap((from) =>
    pages.filter((to) => to !== from).map((to) => ({ from, to, updates: [] as Uint8Array[] })),
  );
  for (const { from, updates } of ways)
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') updates.push(update);
    });
  const deliver = (way: (typeof ways)[number]): void => {
    for (const update of way.updates.splice(0)) {
      way.to.watch.told(update);
      Y.applyUpdate(way.to.doc, update, 'network');
    }
  };
  return { pages, ways, deliver, deliverAll: () => ways.forEach(deliver) };
}

test('TA80 what is written in rows that others remove or put together is there or offered, and is back when all put it back', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = chance(seed);
    const pick = <One>(list: readonly One[]): One | undefined => list[random(list.length)];
    const { pages, ways, deliver, deliverAll } = around();
    const wanted = new Set<string>();
    const act = (page: Page, name: string): void => {
      const before = page.said;
      const row = pick(page.rows);
      const action = row && pick(row.actions);
      const what = random(9);
      page.undo.stopCapturing();
      if (what < 4 && row) page.write(row, random(4) > 0 ? action?.id : undefined, name);
      else if (what === 4) addRow(page.doc, pick(taken)!, page.origin);
      else if (what === 5 && row) addAction(page.doc, row.id, page.origin);
      else if (what === 6 && row) removeRow(page.doc, row.id, page.origin);
      else if (what === 7 && row && action) removeAction(page.doc, row.id, action.id, page.origin);
      else if (what === 8)
        for (const twin of [...twinsOf(page.rows).keys()].slice(0, 1)) mergeTwin(page.doc, twin, page.origin);
      // What somebody has read is theirs to remove.
      for (const word of wanted) if (before.includes(word) && !page.said.includes(word)) wanted.delete(word);
      if (page.said.includes(name)) wanted.add(name);
    };
    for (let turn = 0; turn < 6; turn++) {
      for (const [at, page] of pages.entries()) act(page, `w${turn}${at}w`);
      if (random(2) === 0) deliver(pick(ways)!);
    }
    if (seed % 2) vi.setSystemTime(Date.now() + hour);
    deliverAll();
    const isOffered = (word: string) =>
      pages.some(({ watch }) => watch.getSnapshot().some(({ words }) => words.includes(word)));
    for (const word of wanted)
      expect(pages.every(({ said }) => said.includes(word)) || isOffered(word), `seed ${seed}: ${word}`).toBe(true);
    for (const page of pages) {
      page.putAllBack();
      deliverAll();
    }
    for (const word of wanted)
      expect(
        pages.every(({ said }) => said.includes(word)),
        `seed ${seed}: ${word}`,
      ).toBe(true);
    expect(pages.flatMap(({ watch }) => watch.getSnapshot())).toEqual([]);
  }
});

test('TA80 an action that others began in a row that was removed comes back under its own id, so that it is offered to nobody else', () => {
  const { pages, deliverAll } = around();
  const [remover, writer] = pages;
  const [row] = writer!.rows;
  removeRow(remover!.doc, row!.id, remover!.origin);
  const begun = addAction(writer!.doc, row!.id, writer!.origin)!;
  writer!.write(row!, begun, 'train judges');
  deliverAll();
  expect(pages.map(({ watch }) => watch.getSnapshot().map(({ words }) => words))).toEqual([
    ['train judges'],
    ['train judges'],
    [],
  ]);
  remover!.putAllBack();
  deliverAll();
  const back = writer!.rows.find(({ id }) => id === row!.id);
  expect(back?.actions.map(({ id, text }) => [id, text])).toContainEqual([begun, 'train judges']);
  expect(writer!.watch.getSnapshot()).toEqual([]);
});
