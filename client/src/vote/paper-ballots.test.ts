import { expect, test } from 'vitest';
import {
  blocksAmong,
  faultOf,
  type HandEntry,
  newPaperNumber,
  nothingEntered,
  paperBallots,
  parseBlocks,
  parsePapers,
} from './paper-ballots.ts';

const entry = (tally: Partial<HandEntry['tally']>, remarks: HandEntry['remarks'] = []): HandEntry => ({
  tally: { ...nothingEntered.tally, ...tally },
  remarks,
});

const block = { position: 'block', text: ' Not now. ' } as const;

test('VO63 each paper ballot has a number of its own, which a correction uses again', () => {
  let made = 0;
  const newPaper = () => {
    made += 1;
    return String(made);
  };
  const first = paperBallots(entry({ agree: 2, block: 1 }, [block]), [], newPaper);
  expect(first.command.ballots).toEqual([
    { paper: '1', position: 'agree' },
    { paper: '2', position: 'agree' },
    { paper: '3', position: 'block', reason: 'Not now.' },
  ]);
  const corrected = paperBallots(entry({ agree: 2 }), first.papers, newPaper);
  expect(corrected.command.ballots.map(({ paper }) => paper)).toEqual(['1', '2']);
  expect(corrected.command.takenBack).toEqual(['3']);
  expect(made).toBe(3);
});

test('VO62 an entry says what it lacks before it is sent', () => {
  expect(faultOf(entry({ agree: 3 }), 2, true)).toBe('too-many');
  expect(faultOf(entry({ block: 2 }, [block]), 2, true)).toBe('reason');
  expect(faultOf(entry({ block: 2 }, [block]), 2, false)).toBeNull();
  expect(faultOf(entry({ block: 1 }, [{ position: 'block', text: ' ' }]), 2, false)).toBe('reason');
});

test('VO63 what a browser has kept of paper ballots is read back, and nothing that is not of that shape', () => {
  const kept = { papers: [newPaperNumber()], entry: entry({ agree: 1 }) };
  expect(parsePapers(JSON.stringify(kept))).toEqual(kept);
  for (const foreign of [null, '', '{', '[]', '{"papers":["x"],"entry":{}}', '{"papers":[],"entry":{"tally":{}}}'])
    expect(parsePapers(foreign)).toEqual({ papers: [], entry: nothingEntered });
});

test('VO77 of the paper ballots of a closed vote only the numbers of blocks are kept, those that were taken back not', () => {
  const papers = Array.from({ length: 4 }, newPaperNumber);
  const kept = { papers, entry: entry({ agree: 1, 'stand-aside': 1, block: 1 }, [block]) };
  expect(blocksAmong(kept)).toEqual([papers[2]]);
  expect(parseBlocks(JSON.stringify(blocksAmong(kept)))).toEqual([papers[2]]);
  for (const foreign of [null, '', '{', '{}', '[1]', '["x"]']) expect(parseBlocks(foreign)).toEqual([]);
});
