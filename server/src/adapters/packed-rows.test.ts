import type { DocumentName } from '@board/shared/ids';
import { newId, type PersonId } from '@board/shared/ids';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packRows, unpackRows } from './packed-rows.ts';
import type { Row } from './worker-protocol.ts';

const anyRow: fc.Arbitrary<Row> = fc
  .record({
    at: fc.nat({ max: 4_000_000_000_000 }),
    author: fc.constantFrom(null, newId<PersonId>()),
    kind: fc.constantFrom<Row['kind']>('document', 'update', 'decision'),
    document: fc.constantFrom<DocumentName>('board', `group/${newId()}` as DocumentName),
    generation: fc.nat({ max: 4_000_000_000 }),
    text: fc.string({ unit: 'binary' }),
    bytes: fc.uint8Array(),
  })
  .map(({ text, bytes, ...row }) =>
    row.kind === 'decision' ? { ...row, document: null, generation: null, body: text } : { ...row, body: bytes },
  );

test('LO14 rows come out of their package as they went in', () => {
  fc.assert(
    fc.property(fc.array(anyRow), (rows) => {
      expect(unpackRows(packRows(rows))).toEqual(rows);
    }),
    { seed: 14 },
  );
});
