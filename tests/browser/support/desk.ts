import { type DocumentName, groupDocument } from '@board/shared/ids';
import { readCatalogue, takeIn } from '@board/shared/model/catalogue';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import type * as Y from 'yjs';
import type { Caller } from '../../support/caller.ts';
import { createWorkshop, join, type Workshop } from '../../support/people.ts';
import { until } from '../../support/until.ts';
import { Writer } from '../../support/writer.ts';
import type { Hall } from './hall.ts';
import { shown, shows } from './looking.ts';
import { rowOf } from './strategy.ts';

/** The one recommendation of the workshop, and of its strategy. */
export const number = '110.11';

/** Bo sits before a browser with a strategy open; Ann reads the same strategy without one. */
export class StrategyDesk {
  readonly hall: Hall;
  readonly workshop: Workshop;
  readonly page: Page;
  readonly document: DocumentName;
  readonly #ann: Writer;
  readonly #host: string;

  private constructor(hall: Hall, workshop: Workshop, page: Page, ann: Writer, host: string) {
    this.hall = hall;
    this.workshop = workshop;
    this.page = page;
    this.document = ann.document;
    this.#ann = ann;
    this.#host = host;
  }

  /** `host` is where Bo’s browser goes to, such as a proxy before the server. */
  static async set(hall: Hall, host: string = hall.address): Promise<StrategyDesk> {
    const workshop = await createWorkshop(hall.server.address, 'Rights', ['Labour', 'Health']);
    const [group] = workshop.groups;
    if (!group) throw new Error('the workshop has no group');
    const document = groupDocument(group.id);
    const ann = await join(workshop, 'Ann', { groupId: group.id });
    const catalogue = new Writer({ ...ann, caller: workshop.facilitator }, 'catalogue', 1);
    const writer = new Writer(ann, document, 1);
    await Promise.all([catalogue.synced(), writer.synced()]);
    const text = { en: 'Ratify the convention' };
    catalogue.write('one', (doc) =>
      takeIn(doc, [{ number, text, states: [], position: 'pending', themes: [], source: '' }]),
    );
    const recommendation = readCatalogue(catalogue.doc)[0]!.id;
    writer.write('row', (doc) => void addRow(doc, recommendation));
    await Promise.all([catalogue.allStored(), writer.allStored()]);
    catalogue.close();
    const desk = new StrategyDesk(hall, workshop, await hall.enter('Bo', 'laptop'), writer, host);
    await desk.join('Bo', workshop.joinCode);
    await desk.openStrategy();
    return desk;
  }

  /** The commands’ address of the workshop. */
  get at(): string {
    return `/api/workshops/${this.workshop.workshopId}`;
  }

  get facilitator(): Caller {
    return this.workshop.facilitator;
  }

  /** Joins in Bo’s browser. */
  async join(name: string, code: string): Promise<void> {
    await this.page.goto(`${this.#host}/j/${code}`);
    await this.page.getByLabel('Your name').fill(name);
    await this.page.getByRole('radio', { name: 'Labour' }).check({ force: true });
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
    await this.page.waitForURL(/\/w\/[^/]+$/);
    await shows(this.page, name);
  }

  /** Opens the strategy as if the page had never been open before. */
  async openStrategy(): Promise<void> {
    const { page, workshop } = this;
    await page.goto('about:blank');
    await page.goto(`${this.#host}/w/${workshop.workshopId}/${this.document}`);
    await shown(rowOf(page, number));
    await shown(page.getByRole('status').filter({ hasText: /^(Saved|Read only)/ }));
  }

  /** Bo’s session, for a script that does what a browser would not. */
  async cookie(): Promise<string> {
    const cookies = await this.page.context().cookies();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** Who Bo is on the facilitator’s list. */
  async bo(): Promise<{ personId: string; groupId: string | null }> {
    const people = await this.facilitator.must<{ personId: string; groupId: string | null; name: string }[]>(
      'GET',
      `${this.at}/people`,
    );
    const bo = people.find((person) => person.name === 'Bo');
    if (!bo) throw new Error('Bo is not on the list');
    return bo;
  }

  /** What everybody else reads in the first action of the row. */
  get read(): string {
    return readStrategy(this.#ann.doc)[0]?.actions[0]?.text ?? '';
  }

  /** What everybody else reads in the strategy. */
  others<Value>(read: (doc: Y.Doc) => Value): Value {
    return read(this.#ann.doc);
  }

  /** Somebody else changes the strategy; done when it is stored. */
  async othersWrite(change: (doc: Y.Doc) => void): Promise<void> {
    this.#ann.write('change', change);
    await this.#ann.allStored();
  }

  /** Somebody else is in a cell. */
  othersAreIn(cell: string | null): void {
    this.#ann.provider.awareness.setLocalStateField('cell', cell);
  }

  /** Waits until everybody else reads these words. */
  async isRead(words: string): Promise<void> {
    await until(`the others read “${words}”`, () => this.read === words);
  }

  async clear(): Promise<void> {
    this.#ann.close();
    await this.page.context().close();
  }
}
