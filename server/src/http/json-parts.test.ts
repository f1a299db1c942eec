import { limits } from '@board/shared/protocol/limits';
import { expect, test } from 'vitest';
import { tooMuchIn } from './json-parts.ts';

const most = { parts: 100, depth: 10 };
const told = (json: unknown): string | null => tooMuchIn(Buffer.from(JSON.stringify(json)), most);

test('DO88 lists, objects, names and commas count, and what stands in words does not', () => {
  expect(told(Array(100).fill(1))).toBe(null);
  expect(told(Array(101).fill(1))).toBe('parts');
  expect(told(Array(60).fill([]))).toBe('parts');
  expect(told(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, at])))).toBe(null);
  expect(told(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, at])))).toBe('parts');
  expect(told([`${'{[:,]}"\\'.repeat(200)}`, '\\', '"'])).toBe(null);
});

test('DO89 levels in one another count, and lists beside one another do not', () => {
  expect(told(Array(40).fill([[[]]]))).toBe('parts');
  expect(tooMuchIn(Buffer.from('[]'.repeat(49)), most)).toBe(null);
  expect(tooMuchIn(Buffer.from(`${'['.repeat(10)}${']'.repeat(10)}`), most)).toBe(null);
  expect(tooMuchIn(Buffer.from(`${'[{'.repeat(6)}`), most)).toBe('depth');
});

test('DO88 the largest command that a page sends has far fewer parts than a command may', () => {
  const id = 'p2aaaaaaaaaa';
  const everybody = {
    scope: { kind: 'charter' },
    absent: { people: Array(limits.peopleInAll - 100).fill(id), note: 'x' },
    byHand: Array(100).fill(id),
    withoutPhone: Array(limits.groups + 1).fill({ groupId: id, people: 3 }),
  };
  const ballot = { paper: 'a'.repeat(64), position: 'block', reason: 'one, {two}: [three]'.repeat(20) };
  const byHand = {
    ballots: Array(limits.handBallots).fill(ballot),
    takenBack: Array(limits.handBallots).fill('a'.repeat(64)),
  };
  const half = { parts: limits.commandParts / 1.5, depth: limits.jsonDepth };
  for (const command of [everybody, byHand]) expect(tooMuchIn(Buffer.from(JSON.stringify(command)), half)).toBe(null);
});
