import type { WorkshopCreated } from '@board/shared/commands';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import type { Page } from 'playwright-core';
import { Caller } from '../../support/caller.ts';
import type { Workshop } from '../../support/people.ts';
import { Hall } from './hall.ts';
import { shown } from './looking.ts';

/** A hall with a filled workshop, the first group's table open, and the file that it was taken up from. */
export class FilledHall {
  readonly hall: Hall;
  readonly file: WorkshopFile;
  readonly workshop: Workshop;

  private constructor(hall: Hall, file: WorkshopFile, workshop: Workshop) {
    this.hall = hall;
    this.file = file;
    this.workshop = workshop;
  }

  /** `change`: what is otherwise in the file. */
  static async open(
    name: string,
    size: Parameters<typeof filledFile>[0],
    change: (file: WorkshopFile) => void = () => {},
  ): Promise<FilledHall> {
    const hall = await Hall.open(name);
    const file = filledFile(size);
    change(file);
    file.groups[0]!.open = true;
    const facilitator = new Caller(hall.server.address);
    const created = await facilitator.must<WorkshopCreated>('POST', '/api/taken-up', file);
    return new FilledHall(hall, file, { ...created, facilitator });
  }

  /** The address of one of the workshop's pages. */
  at(path = ''): string {
    return `${this.hall.address}/w/${this.workshop.workshopId}${path}`;
  }

  /** The facilitator comes in with the secret link. */
  async facilitate(): Promise<Page> {
    const page = await this.hall.enter('Facilitator', 'laptop');
    await page.goto(this.at(`/facilitate#key=${this.workshop.facilitatorKey}`));
    await page.getByLabel('Your name').fill('Facilitator');
    await page.getByRole('button', { name: 'Come in' }).click();
    await shown(page.getByRole('heading', { level: 1, name: this.file.workshop.title }));
    return page;
  }
}
