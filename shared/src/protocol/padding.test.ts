import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { castBallot, liftBlock } from '../commands-votes.ts';
import { limits } from './limits.ts';
import { sealedAnswer, sealedText } from './padding.ts';

const paper = { paper: 'a'.repeat(64), stamp: 'b'.repeat(128) };
const bytes = (text: string) => utf8ToBytes(text).length;

test('VO82 a ballot of any position, with the longest reason of any script, and a lift have one length', () => {
  const ballots = [
    { ...paper, position: 'agree' },
    { ...paper, position: 'stand-aside', reason: 'May is too early.' },
    { ...paper, position: 'block', reason: 'ខ'.repeat(limits.reasonText) },
    { ...paper, position: 'block', reason: '\n"'.repeat(limits.reasonText / 2) },
  ];
  for (const ballot of ballots) {
    const text = sealedText(ballot);
    expect(bytes(text)).toBe(limits.sealedBytes);
    expect(castBallot.parse(JSON.parse(text))).toMatchObject({
      ...ballot,
      ...('reason' in ballot ? { reason: ballot.reason.trim() } : {}),
    });
  }
  const lift = sealedText({ paper: paper.paper });
  expect(bytes(lift)).toBe(limits.sealedBytes);
  expect(liftBlock.parse(JSON.parse(lift)).paper).toBe(paper.paper);
  expect(bytes(sealedText({ ...paper, reason: '\u0001'.repeat(limits.reasonText) })) % limits.sealedBytes).toBe(0);
});

test('VO82 what fills an answer up is no part of it', () => {
  for (const text of ['null', '{"counted":true,"position":"agree"}', '{"error":{"code":"no-block"}}']) {
    expect(bytes(sealedAnswer(text))).toBe(limits.sealedAnswerBytes);
    expect(JSON.parse(sealedAnswer(text))).toEqual(JSON.parse(text));
  }
});
