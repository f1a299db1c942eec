import { takeIn } from '@board/shared/model/catalogue';
import { join } from '../../support/people.ts';
import { Writer } from '../../support/writer.ts';
import type { StrategyDesk } from './desk.ts';

/** More recommendations than the one that the group has taken. */
export async function moreInCatalogue(desk: StrategyDesk, numbers: readonly string[]): Promise<void> {
  const [group] = desk.workshop.groups;
  const person = await join(desk.workshop, 'Cat', { groupId: group!.id });
  const catalogue = new Writer({ ...person, caller: desk.facilitator }, 'catalogue', 1);
  await catalogue.synced();
  catalogue.write('more', (doc) =>
    takeIn(
      doc,
      numbers.map((one) => ({
        number: one,
        text: { en: `Protect ${one}` },
        states: [],
        position: 'pending' as const,
        themes: [],
        source: '',
      })),
    ),
  );
  await catalogue.allStored();
  catalogue.close();
}
