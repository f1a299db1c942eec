import { textsIn } from '@board/shared/model/plain-paragraphs';
import { joinBackward, splitBlock, toggleMark } from '@tiptap/pm/commands';
import { splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { newBreak, pair, remove, schema } from './cell-seats.ts';

const asList: Command = (state, dispatch) => wrapInList(schema.nodes['bulletList']!)(state, dispatch);

test('TA67 what is typed while another divides the line before it stays whole, at the end of the first line', () => {
  for (const [start, act] of [
    [[], splitBlock],
    [[], newBreak],
    [[asList], splitListItem(schema.nodes['listItem']!)],
  ] as const) {
    const { here, there, exchange } = pair('alpha beta gamma');
    for (const first of start) here.goBehind('alpha').run(first);
    exchange();
    here.goBehind('gamma').type(' de');
    there.goBehind('alpha').run(act);
    exchange();
    here.type('lta');
    exchange();
    expect(here.text).toMatch(/^alpha/);
    for (const word of ['alpha', 'beta', 'gamma', 'de', 'lta']) expect(here.text).toContain(word);
    expect(there.text).toBe(here.text);
    expect(here.state.doc.toString()).toBe(there.state.doc.toString());
  }
});

test('TA67 of an end that two people divide off both copies stay, and what either writes in its own', () => {
  const { here, there, exchange } = pair('We train judges. The ministry pays.');
  here.goBehind('judges.').run(splitBlock).goBehind('The ministry').type(' soon');
  there.goBehind('judges.').run(splitBlock);
  exchange();
  exchange();
  const lines = ['We train judges.', ' The ministry pays.', ' The ministry soon pays.'];
  expect(here.text.split('\n').filter(Boolean).sort()).toEqual(lines.toSorted());
  expect(there.text).toBe(here.text);
});

test('TA67 no word goes when one joins a line that another divides at that moment', () => {
  const { here, there, exchange } = pair('alpha\nbeta gamma');
  here.goBehind('alpha\n').run(joinBackward);
  there.goBehind('beta').run(splitBlock).run(joinBackward);
  exchange();
  exchange();
  for (const word of ['alpha', 'beta', 'gamma']) expect(here.text).toContain(word);
  expect(there.text).toBe(here.text);
});

test('TA68 the caret in a line that is joined to the one before stays behind its letter, whatever else comes with it', () => {
  for (const [place, end] of [
    ['alpha\nbet', 'so alpha and bet-a more\nomega!'],
    ['alpha\nbeta', 'so alpha and beta more-\nomega!'],
    ['alpha\nbe', 'so alpha and be-ta more\nomega!'],
    ['alpha\n', 'so alpha and -beta more\nomega!'],
  ] as const) {
    const { here, there, exchange } = pair('alpha\nbeta\nomega');
    there.goBehind('alpha').type(' and ').goBehind('beta').type(' more');
    there.go(0).type('so ').goBehind('and \n').run(joinBackward).goBehind('omega').type('!');
    here.goBehind(place);
    exchange();
    here.type('-');
    exchange();
    expect([here.text, there.text]).toEqual([end, end]);
  }
});

test('TA69 who empties a line but for its line break leaves what another types in it at that moment', () => {
  const { here, there, exchange } = pair('alpha');
  here.go(0).run(newBreak);
  exchange();
  there.goBehind('alpha').type(' more');
  here.run(remove(1, 'alpha'.length + 1));
  exchange();
  expect([here.text, there.text]).toEqual(['\n more', '\n more']);
});

test('TA69 a line break that is made bold keeps no form, so that every editor shows the same', () => {
  const { here } = pair('alpha');
  here.goBehind('alpha').run(newBreak).type('beta').choose(0, 'alpha\nbeta'.length);
  here.run(toggleMark(schema.marks['bold']!));
  expect(here.state.doc.toString()).toBe('doc(paragraph(bold("alpha"), hardBreak, bold("beta")))');
});

test('TA67 whatever a foreign writer says of copied signs costs nothing and takes no word away', () => {
  const { here, there, exchange } = pair('alpha beta');
  const [text] = textsIn(there.cell);
  const notes = [
    '1.0.2.0.999999999999999',
    '1.0.1.3.5 1.0.1.4.5 x',
    '',
    '9.9.9.9.0',
    Array(500).fill('1.0.1.0.99999').join(' '),
  ];
  for (const [at, note] of notes.entries()) text!.setAttribute(`of.${at}`, note);
  exchange();
  there.goBehind('alpha').run(splitBlock);
  exchange();
  expect([here.text, there.text]).toEqual(['alpha\n beta', 'alpha\n beta']);
});
