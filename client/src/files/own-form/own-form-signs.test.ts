import { filledFile, plainBlocks } from '@board/shared/workshop-file/workshop-file.fixture';
import { expect, test } from 'vitest';
import { flattened } from '../../strategy/clipboard/lines.ts';
import { kinds, made } from './own-form.fixture.ts';

const lines = [
  '• A dot and words',
  '  ◦ further in',
  '1.  Not the first of a list',
  'a)  nor this',
  '–  nor that',
  '_x000D_ and _x005F_x000D_ are words',
  '\u2060• A dot behind a sign that nobody sees',
  '\u2060only the sign',
];

test.each(kinds)('FO50 words that look like items or like signs in figures come back as they are: %s', async (as) => {
  const file = filledFile({ groups: 1, rows: 1 });
  const group = file.groups[0]!;
  const bold = { kind: 'text', text: '_x00', bold: true, italic: false, href: null } as const;
  const torn = { kind: 'paragraph' as const, spans: [bold, { ...bold, text: '41_ in two forms', bold: false }] };
  const text = [...plainBlocks(...lines), torn];
  const [action] = group.strategy!.rows[0]!.actions;
  group.strategy!.rows[0]!.actions = [{ ...action!, text, indicator: plainBlocks('_x0041_') }];
  const [table] = await made({ what: 'strategy', group: group.id, as }, file, 'en');
  expect(table!.rows[0]!.actions[0]!.text).toEqual(flattened(text));
  expect(table!.rows[0]!.actions[0]!.indicator).toEqual(flattened(plainBlocks('_x0041_')));
});

const blanks = [
  'Two blanks at the end  ',
  '  two at the start, and three at the end   ',
  '• A dot, and two at the end  ',
  'A sign that nobody sees behind two  \u2060',
  '\u2060',
  'One at the end ',
  'The last one  ',
];

test.each(kinds)('FO54 blanks at the ends of lines come back as they are: %s', async (as) => {
  const file = filledFile({ groups: 1, rows: 1 });
  const group = file.groups[0]!;
  const span = (text: string) => ({ kind: 'text', text, bold: false, italic: false, href: null }) as const;
  const broken = (...texts: string[]) => ({
    kind: 'paragraph' as const,
    spans: texts.flatMap((text, at) => [...(at > 0 ? [{ kind: 'break' } as const] : []), span(text)]),
  });
  const item = {
    kind: 'list' as const,
    ordered: false,
    items: [plainBlocks('An item with two  '), plainBlocks('Next')],
  };
  const text = [broken('-', 'a dash and a break'), broken('One ', ' \u2060'), broken('Two  ', 'two  '), item];
  const [action] = group.strategy!.rows[0]!.actions;
  group.strategy!.rows[0]!.actions = [{ ...action!, text, indicator: plainBlocks(...blanks) }];
  const [table] = await made({ what: 'strategy', group: group.id, as }, file, 'en');
  expect(table!.rows[0]!.actions[0]!.indicator).toEqual(flattened(plainBlocks(...blanks)));
  expect(table!.rows[0]!.actions[0]!.text).toEqual(flattened(text));
});
