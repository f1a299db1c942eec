import { expect, test } from 'vitest';
import { bytesOf, readBytes } from './read-for-test.ts';

test.each([
  ['SDG 5, 16', ['5', '16']],
  ['SDG 5, SDG 16', ['5', '16']],
  ['SDGs 5 and 16.3', ['5', '16.3']],
  ['ODD 5 et 16.a', ['5', '16.a']],
  ['ODS: 5 y 16', ['5', '16']],
  ['Goals 5 & 16', ['5', '16']],
  ['SDG 5; target 16.3', ['5', '16.3']],
  ['SDG5,SDG16', ['5', '16']],
  ['៥, ១៦', ['5', '16']],
])(
  'UP108 goals with their names before them are read, all of them, and nothing else is flagged: %s',
  async (cell, codes) => {
    const { recommendations } = await readBytes(
      bytesOf(`Number|Recommendation|SDGs\n7.1|Mend the wells (Peru)|${cell}\n`),
    );
    expect(recommendations[0]!.sdgs).toEqual(codes);
    expect(recommendations[0]!.flags.filter(({ kind }) => kind === 'sdg-unknown')).toEqual([]);
  },
);

test('UP108 one that does not exist is flagged by what was printed', async () => {
  const { recommendations } = await readBytes(
    bytesOf('Number|Recommendation|SDGs\n7.1|Mend the wells (Peru)|SDG 5, 18\n'),
  );
  expect(recommendations[0]!.flags).toContainEqual({ kind: 'sdg-unknown', detail: '18' });
});
