import { addCluster, setCluster } from '@board/shared/model/clusters';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRow, moveAction, moveRow, removeAction, removeRow } from '@board/shared/model/strategy-edits';
import { mergeTwin } from '@board/shared/model/strategy-twins';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { shown } from './support/looking.ts';
import { rowsOf } from './support/table.ts';

/** Somebody types while others move about what is around the cell: every letter arrives where it was meant to. */
const here = atDesk('table-moved');

const words = 'every letter of this sentence arrives where it was meant to';
const rows = (): StrategyRow[] => rowsOf(here.desk);
const rowNow = (id: string): StrategyRow => rows().find((row) => row.id === id)!;

/** Rows without a recommendation, each with words in its only action. */
async function othersAdd(count: number): Promise<void> {
  await here.desk.othersWrite((doc) => {
    for (let at = 1; at <= count; at++) {
      const row = addRow(doc, null);
      const action = readStrategy(doc).find(({ id }) => id === row)!.actions[0]!.id;
      fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, `(${at})`);
    }
  });
  await until('all rows are drawn', async () => (await here.desk.page.locator('tbody[data-row]').count()) > count);
}

/** Opens a cell and types at its end while others do something after every eighth letter. */
async function typeWhile(key: string, change: (doc: Y.Doc, turn: number) => void): Promise<void> {
  const { page } = here.desk;
  const cell = page.locator(`[data-cell="${key}"]`);
  await cell.focus();
  await page.keyboard.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await page.keyboard.press('Control+End');
  for (let at = 0; at < words.length; at += 8) {
    const typed = page.keyboard.type(words.slice(at, at + 8), { delay: 25 });
    await here.desk.othersWrite((doc) => change(doc, at / 8));
    await typed;
  }
  expect(await page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell'))).toBe(
    key,
  );
}

const isTyped = (read: () => string, before = ''): Promise<void> =>
  until('every letter is there', () => read() === `${before}${words}`);

test('TA56 who writes in a row goes on writing while others move it, move rows past it and remove rows above it', async () => {
  await othersAdd(8);
  const [row] = rows().slice(5);
  const { id } = row!;
  await typeWhile(`${id}.${row!.actions[0]!.id}.text`, (doc, turn) => {
    const others = readStrategy(doc).filter((one) => one.id !== id);
    if (turn % 4 === 3) removeRow(doc, others[0]!.id);
    else if (turn % 4 === 2) moveRow(doc, others.at(-1)!.id, { side: 'before', beside: others[0]!.id });
    else if (turn % 4 === 1) moveRow(doc, id, { side: 'before', beside: others[0]!.id });
    else moveRow(doc, id, { side: 'after', beside: others.at(-1)!.id });
  });
  await isTyped(() => rowNow(id).actions[0]!.text, '(5)');
});

test('TA56 who writes in a row goes on writing while others sort it into clusters', async () => {
  await othersAdd(5);
  const [row] = rows().slice(2);
  const { id } = row!;
  await here.desk.othersWrite((doc) => {
    addCluster(doc, 'Justice');
    addCluster(doc, 'Schools');
  });
  await typeWhile(`${id}.mechanisms`, (doc, turn) => {
    const clusters = [...doc.getMap('clusters').keys()] as Parameters<typeof setCluster>[2][];
    setCluster(doc, [id], clusters[turn % 2]!);
  });
  await isTyped(() => rowNow(id).mechanisms);
});

test('TA56 who writes in an action goes on writing while others reorder the actions and remove those before it', async () => {
  const { desk } = here;
  const [row] = rows();
  const { id } = row!;
  await desk.othersWrite((doc) => {
    for (let more = 0; more < 4; more++) addAction(doc, id);
  });
  await until(
    'all actions are drawn',
    async () => (await desk.page.locator('[data-cell$=".timeframe"]').count()) === 5,
  );
  // Out of the second action, which becomes the first; then out of the first, which becomes the last.
  for (const [turns, place] of [1, 0].entries()) {
    const { id: action } = rowNow(id).actions[place]!;
    await typeWhile(`${id}.${action}.indicator`, (doc, turn) => {
      const { actions } = readStrategy(doc).find((one) => one.id === id)!;
      const others = actions.filter((one) => one.id !== action);
      if (turn === 0 && turns === 0) removeAction(doc, id, actions[0]!.id);
      else moveAction(doc, id, action, turn % 2 === 0 ? null : others[0]!.id);
    });
    await isTyped(() => rowNow(id).actions.find((one) => one.id === action)!.indicator);
    await desk.page.keyboard.press('Escape');
    const focus = await desk.page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    expect(focus).toBe(`${id}.${action}.indicator`);
  }
  await desk.page.keyboard.press('Tab');
  // Whoever is elsewhere finds the actions from top to bottom, for the eye and for what reads aloud.
  const { page } = desk;
  await page.locator(`[data-cell="${id}.number"]`).focus();
  const order = await page
    .locator('[data-cell$=".indicator"]')
    .evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset['cell'] ?? ''));
  expect(order).toEqual(rowNow(id).actions.map((one) => `${id}.${one.id}.indicator`));
});

/** The browser moves a caret by itself and tells so in a task of its own: under load, other tasks come before. */
async function lateNews(isLate: boolean): Promise<void> {
  await here.desk.page.evaluate((late) => {
    const page = window as unknown as { held?: AbortController };
    page.held?.abort();
    if (!late) return;
    page.held = new AbortController();
    const hold = (event: Event): void => event.stopImmediatePropagation();
    window.addEventListener('selectionchange', hold, { capture: true, signal: page.held.signal });
  }, isLate);
}

/** Writes “(2) one two” into the third row, and moves the caret before “two” without the page hearing of it. */
async function caretMoved() {
  await othersAdd(3);
  const { page } = here.desk;
  const { id, actions } = rows()[2]!;
  const address = { row: id, action: actions[0]!.id, cell: 'text' as const };
  const cell = page.locator(`[data-cell="${id}.${address.action}.text"]`);
  await cell.focus();
  await page.keyboard.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await page.keyboard.type(' one two');
  await until('it is read', () => rowNow(id).actions[0]!.text === '(2) one two');
  await lateNews(true);
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
  return { page, cell, id, address };
}

test('TA50 a caret that an arrow key has moved is where it was moved to when others write before the page hears of it', async () => {
  const { page, cell, id, address } = await caretMoved();
  await here.desk.othersWrite((doc) => {
    const line = cellFragment(doc, address)!.get(0) as Y.XmlElement;
    (line.get(0) as Y.XmlText).insert(0, 'new ');
  });
  await shown(cell.getByText('new (2)'));
  await page.waitForTimeout(200);
  await lateNews(false);
  await page.keyboard.type('X');
  await until('the letter is read where the caret was', () => rowNow(id).actions[0]!.text === 'new (2) one Xtwo');
});

test('TA76 a caret that an arrow key has moved is where it was moved to when others move its row before the page hears of it', async () => {
  const { page, id } = await caretMoved();
  const last = rows().at(-1)!.id;
  await here.desk.othersWrite((doc) => moveRow(doc, id, { side: 'after', beside: last }));
  const lowest = page.locator('tbody[data-row]').last();
  await until('the row is moved', async () => (await lowest.getAttribute('data-row')) === id);
  await page.waitForTimeout(200);
  await lateNews(false);
  await page.keyboard.type('X');
  await until('the letter is read where the caret was', () => rowNow(id).actions[0]!.text === '(2) one Xtwo');
});

test('TA56 a word that is composed stays whole while others move its row, put rows before it and sort it into a cluster', async () => {
  await othersAdd(6);
  const { page } = here.desk;
  const session = await page.context().newCDPSession(page);
  const compose = async (text: string): Promise<void> => {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(150);
  };
  const [row] = rows().slice(3);
  const { id } = row!;
  const rest = (doc: Y.Doc) => readStrategy(doc).filter((one) => one.id !== id);
  const changes: ((doc: Y.Doc) => void)[] = [
    (doc) => void moveRow(doc, id, { side: 'before', beside: rest(doc)[0]!.id }),
    (doc) => void moveRow(doc, id, { side: 'after', beside: rest(doc).at(-1)!.id }),
    (doc) => void moveRow(doc, rest(doc)[0]!.id, { side: 'after', beside: id }),
    (doc) => void removeRow(doc, rest(doc)[1]!.id),
    (doc) => setCluster(doc, [id], addCluster(doc, 'Justice')),
    (doc) => setCluster(doc, [id], null),
    (doc) => void addAction(doc, id),
    (doc) =>
      void moveAction(doc, id, row!.actions[0]!.id, readStrategy(doc).find((one) => one.id === id)!.actions[1]!.id),
    (doc) => void moveAction(doc, id, row!.actions[0]!.id, null),
  ];
  const cell = page.locator(`[data-cell="${id}.${row!.actions[0]!.id}.text"]`);
  await cell.focus();
  await page.keyboard.press('Enter');
  await shown(cell.locator('[contenteditable="true"]'));
  await page.keyboard.press('Control+End');
  for (const change of changes) {
    await page.keyboard.type(' a');
    await compose('に');
    await here.desk.othersWrite(change);
    await compose('にほ');
    await compose('にほん');
    await session.send('Input.insertText', { text: '日本' });
    await page.waitForTimeout(150);
  }
  await page.keyboard.type('.');
  const end = `(3)${' a日本'.repeat(changes.length)}.`;
  const { id: action } = row!.actions[0]!;
  await until('every word is there, once', () => rowNow(id).actions.find((one) => one.id === action)!.text === end);
  expect(await cell.locator('[contenteditable="true"]').textContent()).toBe(end);
});

test('TA56 who writes between two rows that become one goes on writing', async () => {
  const { desk } = here;
  await othersAdd(2);
  await desk.othersWrite((doc) => void addRow(doc, readStrategy(doc)[0]!.recommendation));
  const twin = rows().at(-1)!.id;
  const { id, actions } = rows()[1]!;
  await typeWhile(`${id}.${actions[0]!.id}.text`, (doc, turn) => {
    if (turn === 2) mergeTwin(doc, twin);
    else addRow(doc, null);
  });
  await isTyped(() => rowNow(id).actions[0]!.text, '(1)');
});
