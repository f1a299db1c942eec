import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { until } from '../support/until.ts';
import { atDesk } from './support/at-desk.ts';
import { copied, paste } from './support/clipboard.ts';
import { number } from './support/desk.ts';
import { shown } from './support/looking.ts';
import { cellOf, typeInto } from './support/strategy.ts';
import { cellAt, othersAdd, rowsOf } from './support/table.ts';

/** Words on their way into cells: pasted, composed, spoken, in any script, and meant ill. */
const here = atDesk('table-words');

const rows = (): StrategyRow[] => rowsOf(here.desk);

/** Written with our own words in the manner of the case: scripts behind links, pictures and frames, a cover over the page. */
const hostile =
  '<p><a href="javascript:window.__hit=1">a</a><a href="JaVaScRiPt&#58;window.__hit=2">b</a>' +
  '<a href="&#9;javascript:window.__hit=3">c</a><a href="data:text/html,<script>1</script>">d</a>' +
  '<a href="https://example.org/good">good</a><img src="x" onerror="window.__hit=5"><svg onload="window.__hit=6"></svg>' +
  '<iframe srcdoc="<script>parent.__hit=7</script>"></iframe>' +
  '<span style="position:fixed;inset:0;background:url(https://example.invalid/beacon)">cover</span></p>' +
  '<ul><li>first point</li><li>second <b>point</b></li></ul>';

test('TA7 O07 hostile links are dead in the open cell, in the table, for readers and in the plenary; pasted lists stay lists', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', '');
  await paste(page, { html: hostile, text: 'plain' });
  await shown(page.locator('[contenteditable="true"]').getByText('second'));
  await expectNothingHit(page);
  await page.keyboard.press('Escape');
  const cell = cellOf(page, number, 'text');
  await shown(cell.locator('li').nth(1).locator('strong'));
  await expectNothingHit(page);
  // The same mark written past every check, by a raw change.
  await here.desk.othersWrite((doc) => {
    const [row] = readStrategy(doc);
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.insert(0, 'raw', { link: { href: 'javascript:window.__hit=9' } });
    paragraph.insert(0, [text]);
    cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'indicator' })!.insert(0, [paragraph]);
  });
  await shown(cellOf(page, number, 'indicator').getByText('raw'));
  await expectNothingHit(page);
  await typeInto(page, number, 'indicator', '.');
  await expectNothingHit(page);
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/\/group\/.*$/, '/plenary'));
  await expectNothingHit(page);
});

/** Presses every link that there is and finds that no script ran, no other address survives, and nothing covers the page. */
async function expectNothingHit(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('td a, [contenteditable] a')];
    const bad = links
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(https?:|mailto:|$)/.test(href));
    for (const link of links) {
      link.addEventListener('click', (event) => event.preventDefault(), { once: true });
      link.click();
    }
    const covering = [...document.querySelectorAll('td *')].filter((one) => getComputedStyle(one).position === 'fixed');
    return { bad, covering: covering.length, hit: (window as unknown as { __hit?: number }).__hit ?? null };
  });
  expect(found).toEqual({ bad: [], covering: 0, hit: null });
}

const zwsp = '\u200b';
const khmer = `បង្កើន${zwsp}ការ${zwsp}ការពារ${zwsp}សិទ្ធិ${zwsp}កុមារ ន\u200cម ន\u200dម`;

test('TA8 O24 zero-width signs survive pasting, typing beside them, copying and pasting again; long lines stay in the cell', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 1);
  const long = `${khmer} `.repeat(12).replaceAll(' ', zwsp).slice(0, -1);
  await cellAt(page, 1, 'text').focus();
  await paste(page, { text: long });
  await until('the words are there', () => rows()[1]?.actions[0]?.text === long);
  await cellAt(page, 1, 'text').press('Enter');
  await shown(cellAt(page, 1, 'text').locator('[contenteditable="true"]'));
  await page.keyboard.type('!');
  await page.keyboard.press('Escape');
  await until('one sign more', () => rows()[1]?.actions[0]?.text === `${long}!`);
  await page.keyboard.press('Shift+ArrowRight');
  const taken = await copied(page);
  expect(taken.text.split('\t')[0]).toBe(`${long}!`);
  await cellAt(page, 0, 'text').focus();
  await paste(page, taken);
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await until('the same words', () => rows()[0]?.actions[0]?.text === `${long}!`);
  const widths = await cellAt(page, 1, 'text').evaluate((cell) => [cell.scrollWidth, cell.clientWidth]);
  expect(widths[0]).toBeLessThanOrEqual((widths[1] ?? 0) + 1);
});

test('TA9 O25 own keys are spoken by nobody, others’ work seldom, and not at all when it is switched off', async () => {
  const { page } = here.desk;
  await othersAdd(here.desk, 2);
  await page.evaluate(() => {
    const said: [number, string][] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role="status"],[aria-live]',
        );
        if (region && !region.closest('header')) said.push([performance.now(), region.textContent ?? '']);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: [number, string][] }).said);
  const othersType = async (keys: number): Promise<void> => {
    for (let key = 0; key < keys; key++) {
      await here.desk.othersWrite((doc) => {
        const row = readStrategy(doc)[1 + (key % 2)]!;
        const fragment = cellFragment(doc, { row: row.id, action: row.actions[0]!.id, cell: 'indicator' })!;
        fillFragment(fragment, 'x');
      });
    }
  };
  await typeInto(page, number, 'text', '');
  const typing = page.keyboard.type('fifty signs are typed here, and no voice says them', { delay: 120 });
  await othersType(60);
  await typing;
  await until('others’ work was told of', async () => (await said()).some(([, text]) => text.includes('2 rows')));
  const told = (await said()).filter(([, text]) => text.includes('row'));
  for (const [index, [at]] of told.entries()) if (index > 0) expect(at - told[index - 1]![0]).toBeGreaterThan(4900);
  expect((await said()).filter(([, text]) => text.includes('fifty'))).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Speak of others’ work' }).click({ force: true });
  const before = (await said()).length;
  await othersType(10);
  await page.waitForTimeout(6000);
  expect((await said()).length).toBe(before);
});

test('TA10 a composition goes on while somebody else types in the same cell', async () => {
  const { page } = here.desk;
  await typeInto(page, number, 'text', 'begin ');
  const session = await page.context().newCDPSession(page);
  const [row] = rows();
  for (const [step, text] of ['に', 'にほ', 'にほん'].entries()) {
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await here.desk.othersWrite((doc) => {
      const fragment = cellFragment(doc, { row: row!.id, action: row!.actions[0]!.id, cell: 'text' })!;
      const paragraph = fragment.get(0) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).insert(0, String(step + 1));
    });
    await page.waitForTimeout(150);
  }
  await session.send('Input.insertText', { text: '日本' });
  await page.keyboard.type('!');
  await here.desk.isRead('321begin 日本!');
  await page.keyboard.press('Escape');
  await shown(cellOf(page, number, 'text').getByText('321begin 日本!', { exact: true }));
});
