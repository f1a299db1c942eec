import { expect, test } from 'vitest';
import { storageOf } from './ballot-fakes.ts';
import { type KeptBallot, keepBallot } from './kept-ballot.ts';

test('VO29 what is stored and not of our shape is left out', () => {
  const read = (text: string): KeptBallot => keepBallot('ballot', () => storageOf(new Map([['ballot', text]]))).read();
  for (const text of ['', '{', 'null', '7', '[]', '{"stamped":3,"wanted":{"position":"yes"}}'])
    expect(read(text)).toEqual({});
  expect(read('{"counted":{"position":"agree","reason":""},"ending":"else"}')).toEqual({
    counted: { position: 'agree', reason: '' },
  });
});
