import { expect, test } from 'vitest';
import { readPositions } from './read-positions.ts';

const states = ['Peru', 'Chad', 'Togo', 'Fiji', 'Mali', 'Cuba'];
const words = (at: number) => `Mend the wells of the villages in the north and open the archives of year ${at}`;
const answer = (at: number) => (at % 2 === 0 ? 'Supported' : 'Noted');
const table = (separator: string, ...rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.join(separator)).join('\r\n');

test.each([';', ',', '|', '\t'])(
  'UP112 a list in a text file of cells is no reply unasked, whatever parts its cells: “%s”',
  (separator) => {
    for (const quote of ['', '"']) {
      const text = (at: number) => `${quote}${words(at)}${quote}`;
      const list = states.map((state, at) => [`7.${at + 1}`, text(at), state, answer(at)]);
      expect(
        readPositions(table(separator, ['No.', 'Recommendation', 'State', 'Position'], ...list), false),
      ).toBeNull();
      const themed = list.map((cells) => [...cells, 'Justice']);
      const heads = ['No.', 'Recommendation', 'State', 'Position', 'Theme'];
      expect(readPositions(table(separator, heads, ...themed), false)).toBeNull();
      const ended = states.map((state, at) => [`7.${at + 1}`, `${quote}${words(at)} (${state})${quote}`, answer(at)]);
      expect(readPositions(table(separator, ['No.', 'Recommendation', 'Position'], ...ended), false)).toBeNull();
    }
  },
);

test.each(['|', '\t'])(
  'UP112 a reply in cells, with reasons in the place of the words, stays one: “%s”',
  (separator) => {
    const reply = states.map((_, at) => [
      `7.${at + 1}`,
      answer(at),
      `The ministry mends wells and has done so since year ${at}`,
    ]);
    const read = readPositions(table(separator, ['No.', 'Position', 'Comments'], ...reply), false);
    expect(read?.statements.length).toBe(states.length);
  },
);
