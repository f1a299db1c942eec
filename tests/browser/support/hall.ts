import { mkdir, rm } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { root } from '../../scripts/run.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { coveredInDialog } from './covered.ts';
import { type Device, devices } from './devices.ts';

const output = `${root}tests/browser/.output/`;

/** The name under which browsers reach the server: not localhost, so that pages live without a secure context, as in a hall. */
const hallName = 'board.hall';

/** Where React Aria tells screen readers of a choice that was just made; it names elements that are gone a moment later. */
const announcer = '[data-live-announcer]';

/** Milliseconds that a page may take for anything; generous, since two cores draw nine browsers. */
const patience = 45_000;

/** A hall full of people with browsers around one real server. Whatever goes wrong in any page is kept in `troubles`. */
export class Hall {
  readonly server: ServerProcess;
  readonly troubles: string[] = [];
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #offline = new Set<Page>();
  #isServerAway = false;
  #shots = 0;

  private constructor(server: ServerProcess, browser: Browser, folder: string) {
    this.#folder = folder;
    this.server = server;
    this.#browser = browser;
  }

  /** `name` is the folder of this hall’s pictures. */
  static async open(name: string): Promise<Hall> {
    const executablePath = process.env['CHROMIUM'] ?? (await findChromium());
    if (!executablePath) throw new Error('No Chromium: run the test command, it installs one.');

    const folder = `${output}${name}/`;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const server = await ServerProcess.prepare();
    await server.start();
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${hallName} 127.0.0.1`],
    });
    return new Hall(server, browser, folder);
  }

  /** What people type into the address bar. */
  get address(): string {
    return `http://${hallName}:${this.server.port}`;
  }

  /** A new person with a browser that nobody used before. */
  async enter(who: string, device: Device): Promise<Page> {
    const context = await this.#browser.newContext({ ...devices[device], locale: 'en-GB', acceptDownloads: true });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    this.#watch(who, context, page);
    return page;
  }

  /** The server dies as in a power cut; what pages then say about a lost connection is no trouble. */
  async loseServer(): Promise<void> {
    this.#isServerAway = true;
    await this.server.kill();
  }

  async bringServerBack(): Promise<void> {
    await this.server.start();
    this.#isServerAway = false;
  }

  /** One page loses its network; what it then says about that is no trouble. */
  async goOffline(page: Page): Promise<void> {
    this.#offline.add(page);
    await page.context().setOffline(true);
  }

  async goOnline(page: Page): Promise<void> {
    await page.context().setOffline(false);
    this.#offline.delete(page);
  }

  /** Loads the page anew as if it had never been here, and tells the bytes of script and style that came over the network. */
  async firstLoad(page: Page): Promise<number> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    await session.detach();
    const requests: Request[] = [];
    const note = (request: Request) => requests.push(request);
    page.on('requestfinished', note);
    await page.reload({ waitUntil: 'networkidle' });
    page.off('requestfinished', note);
    const code = requests.filter((request) => ['script', 'stylesheet'].includes(request.resourceType()));
    const sizes = await Promise.all(code.map((request) => request.sizes()));
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  }

  /** A screenshot of what the page shows now, numbered in the order of the story. */
  async shoot(page: Page, name: string): Promise<void> {
    await this.#picture(page, name, false);
  }

  /** The same of the whole page, down to its end. */
  async shootWhole(page: Page, name: string): Promise<void> {
    await this.#picture(page, name, true);
  }

  async #picture(page: Page, name: string, fullPage: boolean): Promise<void> {
    // Where nobody looks at them they would be a tenth of the work.
    if (process.env['CI']) return;
    this.#shots += 1;
    await page.screenshot({ path: `${this.#folder}${String(this.#shots).padStart(2, '0')}-${name}.png`, fullPage });
  }

  /** The page as it is printed, beside the pictures. */
  async print(page: Page, name: string): Promise<void> {
    await page.pdf({ path: `${this.#folder}${name}.pdf`, preferCSSPageSize: true });
  }

  /** What everybody sees at the moment in which something went wrong. */
  async shootAll(pages: readonly (readonly [who: string, page: Page])[]): Promise<void> {
    for (const [who, page] of pages) {
      if (page.url() !== 'about:blank')
        await page.screenshot({ path: `${this.#folder}failed-${who}.png` }).catch(() => null);
    }
  }

  /** Looks at the page with axe, and at the end of an open dialog; serious and critical findings are troubles. */
  async examine(page: Page, name: string): Promise<void> {
    // What lies half under a bar that stays in sight would be taken for too small to press.
    await page.evaluate(() => scrollTo(0, 0));
    const covered = await page.evaluate(coveredInDialog);
    if (covered) this.troubles.push(`${name}: ${covered}`);
    const axe = new AxeBuilder({ page }).exclude(announcer).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      this.troubles.push(
        `${name}: axe ${id} (${impact}) at ${nodes.map((node) => node.html.slice(0, 300)).join(' | ')}`,
      );
    }
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.remove();
  }

  #watch(who: string, context: BrowserContext, page: Page): void {
    page.on('pageerror', (error) => this.troubles.push(`${who}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // Who asks "do you know me?" for the first time is told 401; browsers write every such answer into the console.
      const isFirstMeeting =
        /\/api\/workshops\/[^/]+\/me$/.test(message.location().url) && message.text().includes('401');
      // Said late, too: also when the test has given the network back meanwhile.
      const wasCutOff = message.text().includes('ERR_INTERNET_DISCONNECTED');
      const isAboutNetwork = /ERR_|WebSocket connection|Failed to (?:load|fetch)/.test(message.text());
      if (
        message.type() !== 'error' ||
        isFirstMeeting ||
        wasCutOff ||
        ((this.#isServerAway || this.#offline.has(page)) && isAboutNetwork)
      )
        return;
      this.troubles.push(`${who}: console: ${message.text()} (${page.url()})`);
    });
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const isOwn = host === `${hallName}:${this.server.port}` || ['data:', 'blob:', 'about:'].includes(protocol);
      if (!isOwn) this.troubles.push(`${who}: a request to ${host}`);
    });
  }
}
