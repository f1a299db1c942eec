import { expect, test } from 'vitest';
import { clampWidth, gridWidths, narrowest, readWidths, widest } from './column-widths.ts';

test('TA12 widths that were remembered are read back, within bounds; what is none is left out', () => {
  expect(readWidths('{"action":300,"risks":5,"indicator":"x","other":100}')).toEqual({ action: 300, risks: narrowest });
  for (const broken of [null, '', '[', 'null', '7', '{"action":1e999}']) expect(readWidths(broken)).toEqual({});
  expect(clampWidth(10_000)).toBe(widest);
});

test('TA12 a changed column has its width, the others share the rest, in nine tracks', () => {
  const { '--columns': columns, '--first': first } = gridWidths({ action: 300 });
  const tracks = columns.match(/minmax\([^)]*\)|\d+px/g);
  expect(tracks).toHaveLength(9);
  expect(tracks?.[3]).toBe('300px');
  expect(tracks?.[0]).toContain(first);
  expect(gridWidths({ number: 90 })['--first']).toBe('90px');
});
