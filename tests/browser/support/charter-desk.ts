import type { WorkshopCreated } from '@board/shared/commands';
import { type CharterItemId, groupDocument } from '@board/shared/ids';
import { addItem, readItems } from '@board/shared/model/charter';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow, setContribution } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import type * as Y from 'yjs';
import { Caller } from '../../support/caller.ts';
import { facilitatorOf, join, type Workshop } from '../../support/people.ts';
import { until } from '../../support/until.ts';
import { Writer } from '../../support/writer.ts';
import type { Device } from './devices.ts';
import { Hall } from './hall.ts';
import { shown } from './looking.ts';

/** A workshop whose charter is being prepared: Labour has given one action to it, and one item was written in plenary. */
export class CharterDesk {
  readonly hall: Hall;
  readonly workshop: Workshop;
  /** The strategy of Labour, as somebody in it has it open. */
  readonly strategy: Writer;
  readonly #charter: Writer;

  private constructor(hall: Hall, workshop: Workshop, strategy: Writer, charter: Writer) {
    this.hall = hall;
    this.workshop = workshop;
    this.strategy = strategy;
    this.#charter = charter;
  }

  static async set(hall: Hall, items: readonly string[] = ['We meet again in May.']): Promise<CharterDesk> {
    const facilitator = new Caller(hall.server.address);
    const created = await facilitator.must<WorkshopCreated>('POST', '/api/workshops', {
      title: 'Rights',
      groups: ['Labour', 'Health'],
      country: 'Cambodia',
      cycle: '3',
    });
    const workshop = { ...created, facilitator };
    const group = created.groups[0]!.id;
    const strategy = new Writer(await join(workshop, 'Ann', { groupId: group }), groupDocument(group), 1);
    const charter = new Writer(await facilitatorOf(workshop), 'charter', 1);
    await Promise.all([strategy.synced(), charter.synced()]);
    const desk = new CharterDesk(hall, workshop, strategy, charter);
    strategy.write('given', (doc) => {
      const row = addRow(doc, null);
      const action = readStrategy(doc)[0]!.actions[0]!.id;
      fillFragment(cellFragment(doc, { row, action, cell: 'text' })!, 'Train forty judges in the new labour law');
      setContribution(doc, row, action, true);
    });
    charter.write('items', (doc) => {
      for (const text of items) addItem(doc, text);
    });
    await Promise.all([strategy.allStored(), charter.allStored()]);
    // The stage closes the groups’ tables; Labour goes on with its own.
    await facilitator.must('PATCH', `${desk.at}/groups/${group}`, { open: true });
    await desk.setStage('charter-preparation');
    return desk;
  }

  /** The commands’ address of the workshop. */
  get at(): string {
    return `/api/workshops/${this.workshop.workshopId}`;
  }

  /** The pages’ address of the workshop. */
  get pages(): string {
    return `${this.hall.address}/w/${this.workshop.workshopId}`;
  }

  /** The charter’s items as everybody reads them. */
  get items(): string[] {
    return readItems(this.#charter.doc).map(({ text }) => text);
  }

  get itemIds(): CharterItemId[] {
    return readItems(this.#charter.doc).map(({ id }) => id);
  }

  async setStage(stage: string): Promise<void> {
    await this.workshop.facilitator.must('PUT', `${this.at}/stage`, { stage });
  }

  /** Changes the charter from elsewhere, as a facilitator. */
  async edit(change: (doc: Y.Doc) => void): Promise<void> {
    this.#charter.write('edit', change);
    await this.#charter.allStored();
  }

  /** Waits until everybody reads these items. */
  async reads(...items: string[]): Promise<void> {
    await until(`the items read ${items.join(' | ')}`, () => JSON.stringify(this.items) === JSON.stringify(items));
  }

  /** The facilitator’s browser with the charter open. */
  async facilitate(device: Device = 'laptop'): Promise<Page> {
    const page = await this.hall.enter('facilitator', device);
    await this.#comeAs(page, this.workshop.facilitator);
    await page.goto(`${this.pages}/charter`);
    await shown(page.getByRole('button', { name: 'Write in: Preamble' }));
    return page;
  }

  /** A member’s or the hall’s browser at a page of the workshop. */
  async open(name: string, path: string, device: Device, role?: 'screen' | 'observer'): Promise<Page> {
    const { caller } = await join(this.workshop, name, role ? { role } : { groupId: this.workshop.groups[0]!.id });
    const page = await this.hall.enter(name, device);
    await this.#comeAs(page, caller);
    await page.goto(this.pages + path);
    return page;
  }

  clear(): void {
    this.strategy.close();
    this.#charter.close();
  }

  async #comeAs(page: Page, caller: Caller): Promise<void> {
    const cookies = caller.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: this.hall.address };
    });
    await page.context().addCookies(cookies);
  }
}

/** A hall of this name that decides on its charter: the facilitator's laptop, Mia's phone with the votes, and the wall. */
export interface Adoption {
  hall: Hall;
  desk: CharterDesk;
  facilitator: Page;
  mia: Page;
  projector: Page;
}

export async function openAdoption(name: string, items: readonly string[]): Promise<Adoption> {
  const hall = await Hall.open(name);
  const desk = await CharterDesk.set(hall, items);
  await desk.setStage('charter-adoption');
  const facilitator = await desk.facilitate();
  const mia = await desk.open('Mia', '/vote', 'phone');
  return { hall, desk, facilitator, mia, projector: await desk.open('Wall', '/plenary', 'projector', 'screen') };
}
