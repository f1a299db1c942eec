import { joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands';
import { splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { newBreak, pair, remove, type Seat, schema } from './cell-seats.ts';

const asList: Command = (state, dispatch) => wrapInList(schema.nodes['bulletList']!)(state, dispatch);

/** What somebody else does while “half” is typed behind “alpha ”; what all read when “-word” is typed after it. */
const around: [string, (there: Seat) => void, string][] = [
  ['a line above', (there) => there.go(0).run(splitBlock).go(0).type('new'), 'new\nalpha half-word\nbeta'],
  ['a line below', (there) => there.goBehind('beta').run(splitBlock).type('new'), 'alpha half-word\nbeta\nnew'],
  ['words before', (there) => there.go(0).type('x half '), 'x half alpha half-word\nbeta'],
  ['words right at the caret', (there) => there.goBehind('half').type('ZZ'), 'alpha half-wordZZ\nbeta'],
  ['a line begun at the caret', (there) => there.goBehind('half').run(splitBlock), 'alpha half-word\n\nbeta'],
  ['the line divided before the word', (there) => there.goBehind('alpha').run(splitBlock), 'alpha\n half-word\nbeta'],
  ['the line divided in the word', (there) => there.goBehind('alpha ha').run(splitBlock), 'alpha ha\nlf-word\nbeta'],
  ['a list made of the line', (there) => there.goBehind('half').run(asList), 'alpha half-word\nbeta'],
  ['the next line joined to it', (there) => there.goBehind('half\n').run(joinBackward), 'alpha half-wordbeta'],
  ['the word before removed', (there) => there.run(remove(0, 6)), 'half-word\nbeta'],
];

test.each(around)('TA50 the caret stays behind the letter typed last: %s', (_, act, end) => {
  const { here, there, exchange } = pair('alpha\nbeta');
  here.goBehind('alpha').type(' half');
  exchange();
  act(there);
  exchange();
  here.type('-word');
  exchange();
  expect(here.text).toBe(end);
  expect(there.text).toBe(end);
});

test('TA50 a line that is joined to the one before takes the caret in it along', () => {
  const { here, there, exchange } = pair('alpha\nbeta');
  here.goBehind('beta').type(' half');
  exchange();
  there.goBehind('alpha\n').run(joinBackward);
  exchange();
  here.type('-word');
  expect(here.text).toBe('alphabeta half-word');
});

test('TA50 of several empty lines, the caret stays in the one that this person has made', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(splitBlock);
  there.goBehind('alpha').run(splitBlock);
  exchange();
  here.type('mine');
  exchange();
  there.type('theirs');
  exchange();
  expect(here.text.split('\n').sort()).toEqual(['alpha', 'mine', 'theirs']);
});

test('TA50 taking out one’s own empty line leaves the empty line of another', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(splitBlock);
  exchange();
  there.goBehind('alpha').run(splitBlock);
  exchange();
  there.run(joinBackward);
  here.type('mine');
  exchange();
  expect(here.text).toBe('alpha\nmine');
  expect(there.text).toBe('alpha\nmine');
});

test('TA50 in a list too, a new empty item leaves another’s empty item to that one', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(asList);
  exchange();
  const newItem = splitListItem(schema.nodes['listItem']!);
  here.goBehind('alpha').run(newItem);
  exchange();
  there.goBehind('alpha').run(newItem).type('theirs');
  here.type('mine');
  exchange();
  expect(here.text).toBe('alpha\ntheirs\nmine');
});

test.each(['alpha\n\nbeta', ''])(
  'TA51 two people who begin in one empty line at the same moment have all of it once: %j',
  (start) => {
    const { here, there, exchange } = pair(start);
    const empty = start.indexOf('\n') + 1;
    here.go(empty);
    there.go(empty);
    for (let letter = 0; letter < 6; letter++) {
      here.type('mine-x'[letter]!);
      there.type('theirs'[letter]!);
      if (letter % 2 === 1) exchange();
    }
    exchange();
    here.goBehind('mine').run(toggleMark(schema.marks['bold']!)).type('!');
    there.goBehind('theirs').type('?');
    there.run(remove(there.text.indexOf('heirs'), there.text.indexOf('heirs') + 2));
    exchange();
    expect(here.text.replace('beta', '').replace('alpha', '').replaceAll('\n', '')).toMatch(
      /^(mine!-xtirs\?|tirs\?mine!-x)$/,
    );
    expect(there.cell.toString()).toBe(here.cell.toString());
    expect(here.cell.toString().match(/<bold>.*?<\/bold>/)?.[0]).toBe('<bold>!</bold>');
    expect(here.state.doc.toString()).toBe(there.state.doc.toString());
  },
);

test('TA50 among lines that read the same, the caret stays in its own', () => {
  const { here, there, exchange } = pair('same');
  here.goBehind('same').run(splitBlock).type('same');
  exchange();
  there.go(0).run(splitBlock).go(0).type('same');
  exchange();
  here.type('!');
  exchange();
  expect(here.text).toBe('same\nsame\nsame!');
});

test('TA50 a caret that was only put at the end of a line stays at its end, so that a new line divides no word', () => {
  const { here, there, exchange } = pair('alpha');
  there.goBehind('alpha').type(' w');
  exchange();
  here.goBehind('alpha w');
  there.type('or');
  exchange();
  here.run(splitBlock).type('own');
  there.type('d');
  exchange();
  expect(here.text).toBe('alpha word\nown');
  expect(there.text).toBe('alpha word\nown');
});

test('TA50 bold that was switched on before others write is on for the next letter', () => {
  const { here, there, exchange } = pair('alpha beta');
  here.goBehind('alpha').run(toggleMark(schema.marks['bold']!));
  there.go(0).type('new ');
  exchange();
  here.type('!');
  expect(here.cell.toString()).toBe('<paragraph>new alpha<bold>!</bold> beta</paragraph>');
});

test('TA50 what is chosen stays chosen', () => {
  const { here, there, exchange } = pair('alpha beta\ngamma');
  here.choose(6, 13);
  there.go(0).type('new ').goBehind('beta').run(splitBlock);
  exchange();
  const { from, to } = here.state.selection;
  expect(here.state.doc.textBetween(from, to, '\n')).toBe('beta\n\nga');
});

test('TA58 line breaks that two people make at once in a line that both have begun keep what both type', () => {
  const { here, there, exchange } = pair('');
  here.go(0).type('one');
  there.go(0).type('two');
  exchange();
  here.goBehind('one').run(newBreak).type('mine');
  there.goBehind('two').type('!').run(newBreak).type('theirs');
  exchange();
  expect(here.text).toBe(there.text);
  expect(here.text).toMatch(/^(one\nminetwo!\ntheirs|two!\ntheirsone\nmine)$/);
});

test('TA58 a letter between two line breaks stands where it was typed', () => {
  const { here, exchange, there } = pair('alpha');
  here.goBehind('alpha').run(newBreak).run(newBreak).type('omega');
  exchange();
  there.go('alpha\n'.length).type('mid');
  exchange();
  expect(here.text).toBe('alpha\nmid\nomega');
});

test('TA58 what somebody types while another takes the line break before it away stays', () => {
  const { here, there, exchange } = pair('alpha');
  here.goBehind('alpha').run(newBreak).type('beta');
  exchange();
  here.goBehind('beta').type(' more');
  there.go('alpha\n'.length).run(remove('alpha'.length, 'alpha\n'.length));
  exchange();
  expect([here.text, there.text]).toEqual(['alphabeta more', 'alphabeta more']);
});
