import { expect, test } from 'vitest';
import { languageOf } from './text-language.ts';

test('UP48 the language that a list is in is told by its script, else by its small words', () => {
  const texts: [string, string][] = [
    ['en', 'Mend the roads of the north and the bridges'],
    ['fr', 'Réparer les routes du nord et les ponts dans une année'],
    ['es', 'Reparar los caminos del norte y las aldeas con una escuela'],
    ['ar', 'إصلاح الطرق في الشمال'],
    ['km', 'ជួសជុលផ្លូវនៅភាគខាងជើង'],
    ['ru', 'Отремонтировать дороги на севере'],
    ['zh', '修复北方的道路'],
    ['en', '12345'],
    ['en', ''],
  ];
  expect(texts.map(([, text]) => languageOf([text]))).toEqual(texts.map(([language]) => language));
});
