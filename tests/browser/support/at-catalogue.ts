import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { CatalogueDesk } from './catalogue-desk.ts';
import { Hall } from './hall.ts';
import { shown } from './looking.ts';

/** A catalogue's page open before its facilitator, on a laptop, through all tests of a file. */
export interface AtCatalogue {
  readonly hall: Hall;
  readonly desk: CatalogueDesk;
  readonly page: Page;
  /** So many recommendations are in the preview. */
  found(count: number): Promise<void>;
  /** The line of the preview that says this. */
  line(text: string): Locator;
  /** Nothing has gone wrong in any page since it was asked last. */
  noTrouble(): void;
}

/** `name` is the folder of the hall's pictures. */
export function atCatalogue(name: string): AtCatalogue {
  let opened: Pick<AtCatalogue, 'hall' | 'desk' | 'page'> | null = null;
  const open = (): NonNullable<typeof opened> => {
    if (!opened) throw new Error('the catalogue is not open yet');
    return opened;
  };
  beforeAll(async () => {
    const hall = await Hall.open(name);
    const desk = await CatalogueDesk.set(hall);
    opened = { hall, desk, page: await desk.openAsFacilitator('laptop') };
  });
  afterAll(async () => {
    opened?.desk.close();
    await opened?.hall.close();
  });
  return {
    get hall() {
      return open().hall;
    },
    get desk() {
      return open().desk;
    },
    get page() {
      return open().page;
    },
    found: (count) =>
      shown(open().page.getByRole('heading', { name: new RegExp(`^${count} recommendations? found$`) })),
    line: (text) => open().page.getByRole('listitem').filter({ hasText: text }),
    noTrouble: () => expect(open().hall.troubles.splice(0)).toEqual([]),
  };
}
