import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDocument, pdf, wordTable, workbook } from './fixtures.ts';
import { readInput } from './readers.ts';

/** One small sound file of every kind that is no text. */
async function soundFiles(): Promise<Uint8Array[]> {
  const rows = [
    ['No', 'Recommendation', 'State'],
    ['9.1', 'Mend the roads', 'Peru'],
    ['9.2', 'Rest', 'Chad'],
  ];
  const cells = rows.map((row) => row.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`));
  const table = cells.map((row) => `<table:table-row>${row.join('')}</table:table-row>`).join('');
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'List');
  return [
    await workbook([{ name: 'List', rows }]),
    await wordTable(rows),
    await openDocument(`<table:table table:name="List">${table}</table:table>`),
    new Uint8Array(write(book, { type: 'array', bookType: 'biff8' })),
    pdf([
      [
        [60, 760, 10, '9.1 Mend the roads (Peru);'],
        [60, 740, 10, '9.2 Rest (Chad);'],
      ],
    ]),
  ];
}

test('UP16 a file of any kind with some of its bytes changed or missing is read or refused, and nothing is thrown', async () => {
  const files = await soundFiles();
  for (const file of files) expect((await readInput({ bytes: file.slice() })).ok).toBe(true);
  const change = fc.record({
    kind: fc.nat({ max: files.length - 1 }),
    changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 12,
    }),
    kept: fc.oneof(fc.constant(1), fc.double({ min: 0.2, max: 1, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ kind, changes, kept }) => {
      const whole = files[kind]!;
      const bytes = whole.slice(0, Math.ceil(whole.length * kept));
      for (const [place, value] of changes) bytes[Math.floor(place * (bytes.length - 1))] = value;
      const found = await readInput({ bytes });
      expect(found.ok || found.problem !== 'unreadable', found.ok ? '' : found.problem).toBe(true);
    }),
    { numRuns: 150 },
  );
});
