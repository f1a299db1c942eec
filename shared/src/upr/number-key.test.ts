import { expect, test } from 'vitest';
import { numberKey } from './number-key.ts';

test('ME1 one number is found however it is written, and none is taken for another', () => {
  for (const printed of [
    '110.10',
    ' 110.10 ',
    '110. 10',
    '110.10.',
    '110,10',
    '§ 110.10',
    'Rec. 110.10',
    'Para 110.10:',
  ])
    expect(numberKey(printed), printed).toBe('110.10');
  for (const printed of ['១១០.១០', '١١٠٫١٠', '１１０．１０', '\u200b110.10\u00a0', 'Recommendation No. 110.10'])
    expect(numberKey(printed), printed).toBe('110.10');
  for (const printed of ['110.10a', '110.10 (a)', '110.10 A', '110.10.a'])
    expect(numberKey(printed), printed).toBe('110.10a');
  const different = [
    '110.1',
    '110.10',
    '110.100',
    '118.9',
    '118.09',
    '118.109',
    '1E5',
    '007',
    '7',
    '3-4',
    '+12',
    '34',
    '3.4',
  ];
  expect(new Set(different.map(numberKey)).size).toBe(different.length);
  expect(numberKey('  ')).toBe('');
});
