import { expect, test } from 'vitest';
import { linesInAll } from '../lines.ts';
import type { Journal } from '../ports.ts';
import { ManualClock } from '../room/room.fixture.ts';
import { calmJournal } from './calm-journal.ts';

test('DO77 Whatever is told again and again leaves a few lines of its kind, and hides no other', async () => {
  const lines: [string, object][] = [];
  const note = (event: string, facts: object = {}): void => void lines.push([event, facts]);
  const journal: Journal = { info: note, warn: note, error: note };
  const clock = new ManualClock();
  const calm = calmJournal(journal, clock);
  for (let count = 0; count < 10 * linesInAll; count++) calm.error('presence-failed', { document: 'charter' });
  expect(lines).toHaveLength(linesInAll);
  calm.warn('snapshot-not-written');
  expect(lines.at(-1)).toEqual(['snapshot-not-written', {}]);
  await clock.pass(1_000);
  calm.error('presence-failed', { document: 'charter' });
  expect(lines.at(-1)).toEqual(['presence-failed', { document: 'charter', leftOut: 9 * linesInAll }]);
});
