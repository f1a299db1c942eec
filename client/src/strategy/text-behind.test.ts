import { applyChange, changeBetween } from '@board/shared/model/plain-edit';
import { plainOf } from '@board/shared/model/plain-paragraphs';
import { fillFragment } from '@board/shared/model/read';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TextBehind } from './text-behind.ts';
import { followedBy, placeAfter, rebasedOver, stepsOf } from './text-steps.ts';

/** Two people's copies of one cell, and the text as the first of them sees it. */
function cell(words: string) {
  const here = new Y.Doc();
  const there = new Y.Doc();
  const own = here.getXmlFragment('cell');
  fillFragment(own, words);
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  const theirs = there.getXmlFragment('cell');
  const behind = new TextBehind(own);
  own.observeDeep((events) => behind.follow(events));
  const exchange = (): void => {
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there), 'others');
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here), 'others');
  };
  const othersWrite = (text: string): void => {
    applyChange(theirs, changeBetween(plainOf(theirs), text), null);
    exchange();
  };
  return { own, theirs, behind, exchange, othersWrite };
}

const firstText = (fragment: Y.XmlFragment) => (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;

test('ST31 a word that is being composed stays whole while others write before and after it', () => {
  const { own, theirs, behind, exchange } = cell('AAA mid BBB');
  behind.write('AAA xmid BBB', null);
  exchange();
  firstText(theirs).insert(0, 'START ');
  firstText(theirs).insert(firstText(theirs).length, ' END');
  exchange();
  for (const step of ['AAA xymid BBB', 'AAA xyzmid BBB']) behind.write(step, null);
  expect(plainOf(own)).toBe('START AAA xyzmid BBB END');
  expect(behind.shown).toBe('AAA xyzmid BBB');
  const { text, placeOf } = behind.catchUp();
  expect(text).toBe('START AAA xyzmid BBB END');
  expect([0, 4, 7, 14].map(placeOf)).toEqual([0, 10, 13, 20]);
});

test('ST31 paragraphs that come, go and are formatted under a composition leave its word at its place', () => {
  const { own, theirs, behind, exchange } = cell('first\nalpha beta\nlast');
  behind.write('first\nalphaに beta\nlast', null);
  exchange();
  const added = new Y.XmlElement('paragraph');
  added.insert(0, [new Y.XmlText('end')]);
  theirs.insert(theirs.length, [added]);
  theirs.delete(0, 1);
  fillFragment(theirs, 'new');
  firstText(theirs).format(0, 2, { bold: {} });
  exchange();
  behind.write('first\nalphaにほ beta\nlast', null);
  behind.write('first\nalpha日本 beta\nlast', null);
  expect(plainOf(own)).toBe('new\nalpha日本 beta\nlast\nend');
  expect(behind.catchUp().text).toBe(plainOf(own));
});

test('ST31 what others write right at the word, or between signs that are replaced, is all there', () => {
  const { own, theirs, behind, exchange } = cell('alpha beta');
  behind.write('alphaに beta', null);
  exchange();
  firstText(theirs).insert(5, 'ZZ');
  exchange();
  behind.write('alphaにほ beta', null);
  behind.write('alpha日本 beta', null);
  expect(plainOf(own)).toBe('alphaZZ日本 beta');
  expect(rebasedOver(stepsOf({ at: 3, removed: 0, inserted: 'big ' }), { at: 1, removed: 4, inserted: '-' })).toEqual({
    changes: [
      { at: 7, removed: 2, inserted: '' },
      { at: 1, removed: 2, inserted: '-' },
    ],
    steps: [
      { kind: 'keep', length: 2 },
      { kind: 'add', length: 4 },
    ],
  });
});

test('TA79 a word that is being composed goes with its line when another divides it, joins it or both', () => {
  const word = ['に', 'にほ', 'にほん', '日本', '日本!'];
  for (const [start, steps, end] of [
    ['alpha', ['al\npha| beta'], 'al\npha| beta'],
    ['alpha', ['alpha\n| beta'], 'alpha\n| beta'],
    ['alpha', ['alpha|\n beta'], 'alpha|\n beta'],
    ['alpha', ['alpha| be\nta'], 'alpha| be\nta'],
    ['first\nalpha', ['firstalpha| beta'], 'firstalpha| beta'],
    ['first\n', ['first| beta'], 'first| beta'],
    ['alpha', ['al\npha| beta', 'alpha| beta', 'alph\na| beta'], 'alph\na| beta'],
    ['first\nalpha', ['firstalpha| beta', 'first\nalpha| beta'], 'first\nalpha| beta'],
  ] as const) {
    for (const behindWord of [1, 2, 3]) {
      const { own, behind, exchange, othersWrite, theirs } = cell(`${start} beta`);
      for (const [at, words] of word.entries()) {
        behind.write(`${start}${words} beta`, null);
        exchange();
        if (at === behindWord) for (const step of steps) othersWrite(step.replace('|', words));
      }
      const { text, placeOf } = behind.catchUp();
      expect([text, plainOf(own), plainOf(theirs)]).toEqual(Array(3).fill(end.replace('|', '日本!')));
      expect(placeOf(start.length + '日本!'.length)).toBe(end.indexOf('|') + '日本!'.length);
    }
  }
});

test('ST31 whatever two people do to a text, a place of one’s own text is found again', () => {
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 200; round++) {
    const { own, theirs, behind, exchange, othersWrite } = cell('one two\nthree four');
    let isOfLines = false;
    for (let step = 0; step < 8; step++) {
      const text = step % 2 ? plainOf(theirs) : behind.shown;
      const at = random(text.length + 1);
      const [inserted, end] = [['x', round % 2 ? '\n' : '🌾', 'yz ', ''][random(4)] ?? '', at + random(4)];
      const now = text.slice(0, at) + inserted + text.slice(end);
      isOfLines ||= `${inserted}${text.slice(at, end)}`.includes('\n');
      if (step % 2) othersWrite(now);
      else {
        behind.write(now, null);
        expect(behind.shown).toBe(now);
        exchange();
      }
    }
    const before = behind.shown;
    const { text, placeOf } = behind.catchUp();
    expect(text).toBe(plainOf(own));
    // Where lines were divided and joined, signs have left their order.
    for (let place = 1; place <= before.length && !isOfLines; place++)
      expect(placeOf(place)).toBeGreaterThanOrEqual(placeOf(place - 1));
    for (let place = 0; place <= before.length; place++) expect(placeOf(place)).toBeGreaterThanOrEqual(0);
    expect(placeOf(before.length)).toBeLessThanOrEqual(text.length);
  }
});

test('ST31 the caret stays where it was when somebody else writes', () => {
  const steps = stepsOf(changeBetween('one three', 'one big three'));
  expect([0, 4, 6, 9].map((caret) => placeAfter(steps, caret))).toEqual([0, 4, 10, 13]);
  const both = followedBy(steps, stepsOf({ at: 0, removed: 4, inserted: '' }));
  expect([0, 4, 6, 9].map((caret) => placeAfter(both, caret))).toEqual([0, 0, 6, 9]);
});
