import { readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyPaste } from '../client/src/strategy/clipboard/apply-paste.ts';
import { cellOfLines, type Line, type PastedCell, plainCell } from '../client/src/strategy/clipboard/lines.ts';
import { effectsOf } from '../client/src/strategy/clipboard/paste-effects.ts';
import { planPaste } from '../client/src/strategy/clipboard/paste-plan.ts';
import { type MatrixColumn, matrixColumns } from '../client/src/strategy/grid/matrix.ts';
import { ListSizes } from '../server/src/room/list-sizes.ts';
import { Ahead } from '../server/src/room/placing.ts';
import { checkUpdate } from '../server/src/room/strict.ts';
import { Weigher } from '../server/src/room/weigher.ts';
import { trials } from '../server/src/trials.fixture.ts';

const inRows: MatrixColumn[] = matrixColumns.filter((column) => column !== 'number' && column !== 'recommendation');

/** As many lines of this cell, in all columns, as a page lets through. */
function most(cell: PastedCell, columns: readonly MatrixColumn[]): PastedCell[][] {
  const line = columns.map(() => cell);
  const fits = (count: number): boolean => {
    const block = Array.from({ length: count }, () => line);
    return effectsOf(planPaste(block, [...columns], '', [], null), []).tooMuch === null;
  };
  let count = 1;
  while (fits(count * 2)) count *= 2;
  for (let step = count; step >= 1; step = Math.floor(step / 2)) if (fits(count + step)) count += step;
  return Array.from({ length: count }, () => line);
}

const bold = (index: number): Line => ({
  list: { ordered: false, level: 1 },
  spans: Array.from({ length: 20 }, (_, place) => ({
    kind: 'text',
    text: String((index + place) % 10),
    bold: place % 2 === 0,
    italic: place % 3 === 0,
    href: place % 5 === 0 ? 'https://example.org/' : null,
  })),
});

test.each([
  ['rows with a word in each cell', plainCell('ក'), inRows],
  ['rows with a paragraph in each cell', plainCell('សិទ្ធិ'.repeat(40)), inRows],
  ['nothing but actions', plainCell('x'), ['text'] as const],
  ['pages of words of three bytes', plainCell('ក'.repeat(90_000)), ['text'] as const],
  ['empty lines', plainCell('\n'.repeat(1500)), inRows],
  [
    'lists in which every sign has another form',
    cellOfLines(Array.from({ length: 20 }, (_, index) => bold(index))),
    inRows,
  ],
] satisfies [string, PastedCell, readonly MatrixColumn[]][])(
  'TA19 the server takes the most that can be pasted: %s',
  async (_what, cell, columns) => {
    const doc = new Y.Doc();
    addRow(doc, null);
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    const known = Y.encodeStateVector(server);
    const block = most(cell, columns);
    // Once into nothing, once over what is there.
    for (const anchor of ['', `${readStrategy(doc)[0]?.id}.number`]) {
      applyPaste(doc, planPaste(block, [...columns], anchor, readStrategy(doc), null), {});
      const update = Y.encodeStateAsUpdate(doc, anchor === '' ? known : Y.encodeStateVector(server));
      expect(update.byteLength).toBeLessThan(limits.frameBytes);
      const weigher = new Weigher({ doc: server, ahead: new Ahead(), sizes: new ListSizes() });
      const checked = checkUpdate(
        update,
        (client) => Y.getState(server.store, client),
        () => 0,
        { doc: server, weigher },
      );
      expect(checked.ok || checked.problem).toBe(true);
      // What weighs more than is taken unseen has to stand its trial.
      const job = { state: Y.encodeStateAsUpdate(server), before: [], update };
      if (weigher.weigh() > limits.stepsPerUpdate) expect(await trials.attempt(null, () => job)).toBe('light');
      Y.applyUpdate(server, update);
    }
  },
);
