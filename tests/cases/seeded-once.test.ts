import type { DocumentName } from '@board/shared/ids';
import { readGroups } from '@board/shared/model/board';
import { readCatalogue } from '@board/shared/model/catalogue';
import { readStrategy } from '@board/shared/model/strategy';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { until } from '../support/until.ts';
import { readWorkshopFile } from '../support/workshop-file.ts';
import { filledWorkshop, isSame, Scenery } from './scenery.ts';

/** Milliseconds that everything takes, in each direction. */
const delay = 800;
const reloads = 5;

/** What a document starts with, by the words that people see, each as often as it is there. */
const contents = (doc: Y.Doc): string[] => [
  ...readGroups(doc).map(({ name }) => name),
  ...readCatalogue(doc).map(({ number }) => number),
  ...readStrategy(doc).map(({ recommendation }) => String(recommendation)),
];

/** Two browsers open all documents of a new workshop in the same moment, and again after every reload. */
async function openInTwoBrowsers(isAwayAtFirst: boolean): Promise<void> {
  const scenery = await Scenery.set(delay);
  try {
    const { workshop, facilitator } = await filledWorkshop(scenery.server.address);
    const before = await readWorkshopFile(scenery.server.dataFolder, workshop.workshopId);
    const names: DocumentName[] = [...before.documents.keys()].slice(0, 6);
    expect(names).toContain('board');
    for (let opening = 0; opening <= reloads; opening++) {
      scenery.network.isAway = isAwayAtFirst && opening === 0;
      const tabs = [1, 2].flatMap(() => names.map((name) => scenery.open(facilitator, name)));
      if (scenery.network.isAway) {
        await new Promise((resolve) => setTimeout(resolve, delay));
        expect(tabs.flatMap(({ doc }) => contents(doc))).toEqual([]);
        scenery.network.isAway = false;
      }
      await until('all documents are there', () => tabs.every(({ provider }) => provider.synced));
      for (const { doc, document } of tabs) {
        expect(contents(doc)).toEqual(contents(before.documents.get(document)!));
        expect(isSame(doc, before.documents.get(document)!)).toBe(true);
      }
      for (const tab of tabs) tab.provider.destroy();
      // The first opening is the one that matters; later ones need not be as slow.
      scenery.network.delay = delay / 8;
    }
    const after = await readWorkshopFile(scenery.server.dataFolder, workshop.workshopId);
    for (const [name, doc] of before.documents) {
      const seen = contents(doc);
      expect(new Set(seen).size, name).toBe(seen.length);
      expect(isSame(doc, after.documents.get(name)!), name).toBe(true);
    }
  } finally {
    await scenery.clear();
  }
}

test.concurrent('CA1 (O01) a new workshop that two slow browsers open at once has everything exactly once, after reloads too', () =>
  openInTwoBrowsers(false));

test.concurrent('CA1 (O01) two browsers that are offline at the first opening fill nothing by themselves', () =>
  openInTwoBrowsers(true));
