import { newHandCode, paperNumber } from '@board/shared/consensus/hand-code';
import { expect, test } from 'vitest';
import {
  blocksAmong,
  faultOf,
  type HandEntry,
  nothingEntered,
  numbersOf,
  paperBallots,
  parseBlocks,
  parsePapers,
  withNumbers,
} from './paper-ballots.ts';

const entry = (tally: Partial<HandEntry['tally']>, remarks: HandEntry['remarks'] = []): HandEntry => ({
  tally: { ...nothingEntered.tally, ...tally },
  remarks,
});

const block = { position: 'block', text: ' Not now. ' } as const;

test('VO63 VO80 each paper ballot has a number of its own, which a correction uses again, from another device too', () => {
  const code = newHandCode();
  const number = (place: number) => paperNumber(code, place);
  const first = paperBallots({ code, entry: entry({ agree: 2, block: 1 }, [block]) }, 4);
  expect(first.ballots).toEqual([
    { paper: number(0), position: 'agree' },
    { paper: number(1), position: 'agree' },
    { paper: number(2), position: 'block', reason: 'Not now.' },
  ]);
  expect(first.takenBack).toEqual([number(3)]);
  const corrected = paperBallots({ code, entry: entry({ agree: 2 }) }, 4);
  expect(corrected.ballots.map(({ paper }) => paper)).toEqual([number(0), number(1)]);
  expect(corrected.takenBack).toEqual([number(2), number(3)]);
  expect(numbersOf(code, 4)).toEqual([0, 1, 2, 3].map(number));
});

test('VO62 an entry says what it lacks before it is sent', () => {
  expect(faultOf(entry({ agree: 3 }), 2, true)).toBe('too-many');
  expect(faultOf(entry({ block: 2 }, [block]), 2, true)).toBe('reason');
  expect(faultOf(entry({ block: 2 }, [block]), 2, false)).toBeNull();
  expect(faultOf(entry({ block: 1 }, [{ position: 'block', text: ' ' }]), 2, false)).toBe('reason');
});

test('VO63 what a browser has kept of paper ballots is read back, and nothing that is not of that shape', () => {
  const kept = { code: newHandCode(), entry: entry({ agree: 1 }) };
  expect(parsePapers(JSON.stringify(kept))).toEqual(kept);
  for (const foreign of [
    null,
    '',
    '{',
    '[]',
    '{"code":"x","entry":{}}',
    `{"code":"${kept.code}","entry":{"tally":{}}}`,
  ])
    expect(parsePapers(foreign)).toBeNull();
});

test('VO77 of the paper ballots of a closed vote only the numbers of blocks are kept', () => {
  const code = newHandCode();
  const blocks = blocksAmong({ code, entry: entry({ agree: 1, 'stand-aside': 1, block: 1 }, [block]) });
  expect(blocks).toEqual([paperNumber(code, 2)]);
  const kept = withNumbers(parseBlocks(null), blocks);
  expect(parseBlocks(JSON.stringify(kept))).toEqual({ left: blocks, gone: [] });
  for (const foreign of ['', '{', '{}', '[1]', '{"left":["x"],"gone":[]}', '{"left":[]}'])
    expect(parseBlocks(foreign)).toEqual({ left: [], gone: [] });
});

test('VO80 a block that was lifted from here is not looked at again when the code is typed once more', () => {
  const numbers = numbersOf(newHandCode(), 3);
  const [lifted, ...others] = numbers;
  expect(withNumbers({ left: [], gone: [lifted!] }, numbers)).toEqual({ left: others, gone: [lifted] });
  expect(withNumbers({ left: numbers, gone: [] }, numbers)).toEqual({ left: numbers, gone: [] });
});
