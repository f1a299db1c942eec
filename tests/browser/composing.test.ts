import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import type { CDPSession } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { atDesk } from './support/at-desk.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { cellOf, rowOf, typeInto } from './support/strategy.ts';

/** What an input method is composing, while others write around it. */
const here = atDesk('composing');

/** Somebody else changes the cell that is written in; `text` is its first shared text. */
async function others(change: (cell: Y.XmlFragment, text: Y.XmlText) => void): Promise<void> {
  await here.desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    const cell = cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
    change(cell, (cell.get(0) as Y.XmlElement | undefined)?.get(0) as Y.XmlText);
  });
  await here.desk.page.waitForTimeout(300);
}

function newParagraph(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await here.desk.page.waitForTimeout(120);
}

/** Others’ work between the first and the second step of a composition that stands behind “alpha”, and what all read in the end. */
const around: [string, (cell: Y.XmlFragment, text: Y.XmlText) => void, string][] = [
  ['a paragraph above', (cell) => cell.insert(0, [newParagraph('first')]), 'first\nalpha日本! beta'],
  ['a paragraph below', (cell) => cell.insert(cell.length, [newParagraph('last')]), 'alpha日本! beta\nlast'],
  ['words right at the caret', (_, text) => text.insert(5, 'ZZ'), 'alphaZZ日本! beta'],
  ['words before', (_, text) => text.insert(0, 'XX '), 'XX alpha日本! beta'],
  ['words behind', (_, text) => text.insert(text.length, ' YY'), 'alpha日本! beta YY'],
  ['bold', (_, text) => text.format(0, 3, { bold: {} }), 'alpha日本! beta'],
  ['words removed', (_, text) => text.delete(0, 3), 'ha日本! beta'],
];

test('TA10 a composition in the open cell stays whole, whatever others do around it', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', '');
  const session = await page.context().newCDPSession(page);
  for (const [what, change, end] of around) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('alpha beta');
    await here.desk.isRead('alpha beta');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await compose(session, 'に');
    await others(change);
    await compose(session, 'にほ');
    await others((cell) => cell.insert(cell.length, [newParagraph('later')]));
    await compose(session, 'にほん');
    await session.send('Input.insertText', { text: '日本' });
    await page.waitForTimeout(200);
    await page.keyboard.type('!');
    await here.desk.isRead(`${end}\nlater`);
    expect(await page.getByRole('textbox').locator('p').allTextContents(), what).toEqual([...end.split('\n'), 'later']);
  }
  await page.keyboard.press('Escape');
  await shown(cellOf(page, number, 'text').getByText('ha日本! beta', { exact: true }));
});

test('TA30 a composition in a phone’s field stays whole while others write before and behind it', async () => {
  const { page } = here.desk;
  await others((cell) => fillFragment(cell, 'AAA mid BBB'));
  await page.setViewportSize({ width: 390, height: 844 });
  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(4, 4));
  const session = await page.context().newCDPSession(page);
  await compose(session, 'x');
  await others((_, text) => {
    text.insert(0, 'START ');
    text.insert(text.length, ' END');
  });
  await compose(session, 'xy');
  await others((cell) => cell.insert(0, [newParagraph('above')]));
  await compose(session, 'xyz');
  await session.send('Input.insertText', { text: 'xyz' });
  await page.keyboard.type('!');
  await here.desk.isRead('above\nSTART AAA xyz!mid BBB END');
  expect(await field.inputValue()).toBe('above\nSTART AAA xyz!mid BBB END');
});
