import { applyChange, changeBetween } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { colleague } from './support/colleague.ts';
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
    expect(await page.locator('[contenteditable="true"]').locator('p').allTextContents(), what).toEqual([
      ...end.split('\n'),
      'later',
    ]);
  }
  await page.keyboard.press('Escape');
  await shown(cellOf(page, number, 'text').getByText('ha日本! beta', { exact: true }));
});

/** Somebody else makes another text of the cell, as a phone’s field would. */
const othersMake = (change: (words: string) => string) =>
  others((cell) => applyChange(cell, changeBetween(plainOf(cell), change(plainOf(cell))), null));

/** What others make of “alpha beta” while something is composed behind “alpha”: how its line is divided or joined. */
const divided: [string, (words: string) => string, string][] = [
  ['divided before the word', (words) => words.replace('al', 'al\n'), 'top\nal\npha日本! beta'],
  ['divided right at the word', (words) => words.replace('alpha', 'alpha\n'), 'top\nalpha\n日本! beta'],
  ['divided behind the word', (words) => words.replace('be', 'be\n'), 'top\nalpha日本! be\nta'],
  ['joined to the line before', (words) => words.replace('\n', ''), 'topalpha日本! beta'],
];

test('TA79 what is composed while another divides or joins its line is there once, with its line', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', '');
  const session = await page.context().newCDPSession(page);
  for (const [what, change, end] of divided) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type('top');
    await page.keyboard.press('Enter');
    await page.keyboard.type('alpha beta');
    await here.desk.isRead('top\nalpha beta');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await compose(session, 'に');
    await here.desk.isRead('top\nalphaに beta');
    await othersMake(change);
    for (const words of ['にほ', 'にほん']) await compose(session, words);
    await session.send('Input.insertText', { text: '日本' });
    await page.waitForTimeout(200);
    await page.keyboard.type('!');
    await here.desk.isRead(end);
    const lines = await page.locator('[contenteditable="true"]').locator('p').allTextContents();
    expect(lines, what).toEqual(end.split('\n'));
  }
});

test('TA79 a composition in a phone’s field goes with its line, too, when another divides it', async () => {
  const { page } = here.desk;
  await others((cell) => fillFragment(cell, 'alpha beta'));
  await page.setViewportSize({ width: 390, height: 844 });
  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(5, 5));
  const session = await page.context().newCDPSession(page);
  await compose(session, 'x');
  await here.desk.isRead('alphax beta');
  await othersMake((words) => words.replace('al', 'al\n'));
  await compose(session, 'xy');
  await session.send('Input.insertText', { text: 'xyz' });
  await page.keyboard.type('!');
  await here.desk.isRead('al\nphaxyz! beta');
  expect(await field.inputValue()).toBe('al\nphaxyz! beta');
});

/** A colleague with a laptop of their own, in the same cell, with the caret in its second line. */
async function inSecondLine(): Promise<Page> {
  const cy = await colleague(here);
  await shown(cellOf(cy, number, 'text').getByText('alpha'));
  await typeInto(cy, number, 'text', '');
  return cy;
}

/** The colleague makes a list of the second line, or takes it out again. */
async function pressList(cy: Page): Promise<void> {
  const line = cy.locator('[contenteditable="true"] p').nth(1);
  await line.evaluate((paragraph) => getSelection()?.setPosition(paragraph.firstChild, 0));
  await cy.waitForTimeout(300);
  await cy.getByRole('button', { name: 'List', exact: true }).click();
  await cy.waitForTimeout(600);
}

test('TA79 a composition goes with its line when a colleague makes a list of it, and when they take it out again', async () => {
  const { page } = here.desk;
  await others((cell) => fillFragment(cell, 'top\nalpha beta\nlast'));
  const cy = await inSecondLine();
  await typeInto(page, number, 'text', '');
  const session = await page.context().newCDPSession(page);
  const line = page.locator('[contenteditable="true"] p').nth(1);
  await line.evaluate((paragraph) => getSelection()?.setPosition(paragraph.firstChild, 5));
  for (const end of ['alpha日本! beta', 'alpha日本!日本! beta']) {
    await page.waitForTimeout(200);
    for (const words of ['に', 'にほ']) await compose(session, words);
    await pressList(cy);
    await compose(session, 'にほん');
    await session.send('Input.insertText', { text: '日本' });
    await page.waitForTimeout(250);
    await page.keyboard.type('!');
    await here.desk.isRead(`top\n${end}\nlast`);
    for (const one of [page, cy])
      await until('all show the same lines', async () => {
        const lines = await one.locator('[contenteditable="true"] p').allTextContents();
        // The other’s caret has a name.
        return lines.join('\n').replace(/\u2060|Bo|Cy/g, '') === `top\n${end}\nlast`;
      });
  }
  await cy.context().close();
});

test('TA79 a composition in a phone’s field goes with its line, too, when a colleague makes a list of it', async () => {
  const { page } = here.desk;
  await others((cell) => fillFragment(cell, 'top\nalpha beta\nlast'));
  const cy = await inSecondLine();
  await page.setViewportSize({ width: 390, height: 844 });
  await rowOf(page, number).getByRole('button', { name: 'Write in: Action 1' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.evaluate((area) => (area as HTMLTextAreaElement).setSelectionRange(9, 9));
  const session = await page.context().newCDPSession(page);
  for (const words of ['x', 'xy']) await compose(session, words);
  await pressList(cy);
  await compose(session, 'xyz');
  await session.send('Input.insertText', { text: 'xyz' });
  await page.keyboard.type('!');
  await here.desk.isRead('top\nalphaxyz! beta\nlast');
  expect(await field.inputValue()).toBe('top\nalphaxyz! beta\nlast');
  await cy.context().close();
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
