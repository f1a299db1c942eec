import { newId } from '@board/shared/ids';
import type { Block, Span } from '@board/shared/model/rich-text';
import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flattened, type Line } from '../../strategy/clipboard/lines.ts';
import { kinds, made } from './own-form.fixture.ts';

/** What a sheet or a document may take for something else: signs of items, blanks, signs that nobody sees, marks of XML. */
const pieces = ['-', '–', '•', '◦', '1.', 'a)', 'o', '  ', ' ', '\t', '\u00a0', '\u2060', '\u200b', '\u00ad', '\ufeff'];
const words = [
  'word',
  '=1',
  '_x0041_',
  '(https://a.example)',
  'https://a.example/b',
  'សួស្ដី',
  'مرحبا',
  '🌾',
  '&amp;',
  '<b>',
];
const addresses = [
  'https://example.org/x',
  'https://example.org/a_(b)?c=d&e=%20',
  'https://example.org/a)b',
  'mailto:a@example.org',
];
const text = fc.array(fc.constantFrom(...pieces, ...words), { minLength: 1, maxLength: 5 }).map((all) => all.join(''));

const textSpan: fc.Arbitrary<Span> = fc.record({
  kind: fc.constant('text' as const),
  text,
  bold: fc.boolean(),
  italic: fc.boolean(),
  href: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...addresses) }),
});
const span = fc.oneof(
  { weight: 4, arbitrary: textSpan },
  { weight: 1, arbitrary: fc.constant<Span>({ kind: 'break' }) },
);
const paragraph = fc.array(span, { maxLength: 4 }).map((spans): Block => ({ kind: 'paragraph', spans: joined(spans) }));
const list = fc
  .tuple(fc.boolean(), fc.array(paragraph, { minLength: 1, maxLength: 3 }))
  .map(([ordered, items]): Block => ({ kind: 'list', ordered, items: items.map((item) => [item]) }));
const blocks = fc.array(fc.oneof({ weight: 2, arbitrary: paragraph }, { weight: 1, arbitrary: list }), {
  maxLength: 4,
});

/** Neighbours of one form are one, as an editor has them. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const one of spans) {
    const last = all.at(-1);
    const isSame =
      one.kind === 'text' &&
      last?.kind === 'text' &&
      [one.bold === last.bold, one.italic === last.italic, one.href === last.href].every(Boolean);
    if (isSame) all[all.length - 1] = { ...last, text: last.text + one.text };
    else all.push(one);
  }
  return all;
}

/** Between lines that are surely said: what is empty around a cell's words goes. */
function cell(some: readonly Block[]): Block[] {
  return [...plainBlocks('First'), ...some, ...plainBlocks('Last')];
}

async function cameBack(some: readonly (readonly Block[])[], as: (typeof kinds)[number]): Promise<(readonly Line[])[]> {
  const file = filledFile({ groups: 1, rows: 1 });
  const group = file.groups[0]!;
  const row = group.strategy!.rows[0]!;
  const [action] = row.actions;
  row.actions = some.map((one) => ({ ...action!, id: newId(), text: cell(one) }));
  const [table] = await made({ what: 'strategy', group: group.id, as }, file, 'en');
  return table!.rows[0]!.actions.map((one) => one.text);
}

test.each(kinds)('FO55 whatever words, lists and blanks a cell holds, they come back as they are: %s', async (as) => {
  await fc.assert(
    fc.asyncProperty(fc.array(blocks, { minLength: 4, maxLength: 4 }), async (some) => {
      expect(await cameBack(some, as)).toEqual(some.map((one) => flattened(cell(one))));
    }),
    { numRuns: 25 },
  );
});
