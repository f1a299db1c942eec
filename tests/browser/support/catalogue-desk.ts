import { readFile } from 'node:fs/promises';
import { groupDocument } from '@board/shared/ids';
import { type Recommendation, readCatalogue } from '@board/shared/model/catalogue';
import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/run.ts';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../../support/people.ts';
import { Writer } from '../../support/writer.ts';
import type { Device } from './devices.ts';
import type { Hall } from './hall.ts';
import { shown, shows } from './looking.ts';

/** A workshop without recommendations: a facilitator before the catalogue's page, and its documents as somebody else sees them. */
export class CatalogueDesk {
  readonly hall: Hall;
  readonly workshop: Workshop;
  readonly catalogue: Writer;
  readonly strategy: Writer;

  private constructor(hall: Hall, workshop: Workshop, catalogue: Writer, strategy: Writer) {
    this.hall = hall;
    this.workshop = workshop;
    this.catalogue = catalogue;
    this.strategy = strategy;
  }

  static async set(hall: Hall): Promise<CatalogueDesk> {
    const workshop = await createWorkshop(hall.server.address, 'Half a year later', ['Labour', 'Health']);
    const group = workshop.groups[0]!.id;
    const ann = await join(workshop, 'Ann', { groupId: group });
    const catalogue = new Writer(await facilitatorOf(workshop), 'catalogue', 1);
    const strategy = new Writer(ann, groupDocument(group), 1);
    await Promise.all([catalogue.synced(), strategy.synced()]);
    return new CatalogueDesk(hall, workshop, catalogue, strategy);
  }

  get list(): Recommendation[] {
    return readCatalogue(this.catalogue.doc);
  }

  /** The recommendation of a number. */
  one(number: string): Recommendation {
    const found = this.list.find((one) => one.number === number);
    if (!found) throw new Error(`${number} is not in the catalogue`);
    return found;
  }

  /** The page of the catalogue in the facilitator's browser. */
  async openAsFacilitator(device: Device): Promise<Page> {
    const page = await this.hall.enter('facilitator', device);
    const { workshopId, facilitator } = this.workshop;
    const cookies = facilitator.cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return { name, value, url: this.hall.address };
    });
    await page.context().addCookies(cookies);
    await page.goto(`${this.hall.address}/w/${workshopId}/catalogue`);
    await shown(page.getByRole('heading', { name: 'Catalogue of recommendations' }));
    return page;
  }

  /** The group's table in the browser of somebody of the group. */
  async openAsMember(device: Device): Promise<Page> {
    const page = await this.hall.enter('Bo', device);
    await page.goto(`${this.hall.address}/j/${this.workshop.joinCode}`);
    await page.getByLabel('Your name').fill('Bo');
    await page.getByRole('radio', { name: 'Labour' }).check({ force: true });
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.waitForURL(/\/w\/[^/]+$/);
    await shows(page, 'Bo');
    await page.goto(`${this.hall.address}/w/${this.workshop.workshopId}/${this.strategy.document}`);
    return page;
  }

  /** The group takes recommendations. */
  async groupTakes(numbers: readonly string[]): Promise<void> {
    this.strategy.write('rows', (doc) => {
      for (const number of numbers) addRow(doc, this.one(number).id);
    });
    await this.strategy.allStored();
  }

  /** What the group's rows are about, by number. */
  get rows(): string[] {
    const numbers = new Map(this.list.flatMap((one) => [one.id, ...(one.aliases ?? [])].map((id) => [id, one.number])));
    return readStrategy(this.strategy.doc).map(({ recommendation }) => numbers.get(recommendation!) ?? '');
  }

  close(): void {
    this.catalogue.close();
    this.strategy.close();
  }
}

/** Pastes a text into the catalogue's page, and has it read. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Take in recommendations' }).click();
  await page.getByLabel('Paste the recommendations here').fill(text);
  await page.getByRole('button', { name: 'See what is in it' }).click();
}

export function fixture(name: string): Promise<string> {
  return readFile(`${root}tests/browser/fixtures/${name}`, 'utf8');
}
