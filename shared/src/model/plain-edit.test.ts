import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyChange, changeBetween, reword } from './plain-edit.ts';
import { plainOf } from './plain-paragraphs.ts';
import { fillFragment, fragmentText } from './read.ts';

/** A small generator of random numbers that gives the same ones for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function rich(): { doc: Y.Doc; cell: Y.XmlFragment } {
  const doc = new Y.Doc();
  const cell = doc.getXmlFragment('cell');
  fillFragment(cell, 'Train judges\nPublish the list');
  const list = new Y.XmlElement('bulletList');
  for (const [index, words] of ['north', 'south 🌾 east'].entries()) {
    const paragraph = new Y.XmlElement('paragraph');
    const text = new Y.XmlText();
    text.insert(0, words, { bold: {} });
    paragraph.insert(0, [text, new Y.XmlElement('hardBreak'), new Y.XmlText('then')]);
    const item = new Y.XmlElement('listItem');
    item.insert(0, [paragraph]);
    list.insert(index, [item]);
  }
  cell.insert(cell.length, [list]);
  return { doc, cell };
}

function writePlain(cell: Y.XmlFragment, wanted: string): void {
  applyChange(cell, changeBetween(plainOf(cell), wanted), null);
}

function randomText(before: string, random: (below: number) => number): string {
  const signs = Array.from(before);
  const from = random(signs.length + 1);
  const to = Math.min(signs.length, from + random(14));
  const inserted = ['', 'x', 'two words', '\n', 'a\nb', '\n\n', '🌾', 'ខ្មែរ'][random(8)] ?? '';
  return [...signs.slice(0, from), inserted, ...signs.slice(to)].join('');
}

test('ST30 a plain text field writes exactly what was typed into it, whatever the cell holds', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const { cell } = rich();
    for (let step = 0; step < 12; step++) {
      const wanted = randomText(plainOf(cell), random);
      writePlain(cell, wanted);
      expect(plainOf(cell), `seed ${seed}, step ${step}`).toBe(wanted);
    }
  }
});

test('ST30 what two people type at the same time in one cell is all there on both sides', () => {
  const a = rich();
  const b = { doc: new Y.Doc() };
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
  const cellB = b.doc.getXmlFragment('cell');
  writePlain(a.cell, plainOf(a.cell).replace('judges', 'judges and clerks'));
  writePlain(cellB, plainOf(cellB).replace('Publish', 'Print and publish'));
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
  expect(plainOf(a.cell)).toBe(plainOf(cellB));
  expect(plainOf(a.cell)).toContain('judges and clerks\nPrint and publish the list');
});

test('ST30 bold and lists around the change stay', () => {
  const { cell } = rich();
  writePlain(cell, plainOf(cell).replace('south', 'south-west'));
  expect(cell.toString()).toContain('<bold>south-west 🌾 east</bold>');
  writePlain(cell, plainOf(cell).replace('north\nthen', 'north\nnow'));
  expect(cell.toString()).toContain('<bold>north</bold><hardbreak></hardbreak>now');
  writePlain(cell, `${plainOf(cell)}\nwest`);
  expect(cell.toString().match(/<listitem>/g)?.length).toBe(3);
});

test('ST30 nothing is written when nothing changed', () => {
  const { doc, cell } = rich();
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  writePlain(cell, plainOf(cell));
  writePlain(new Y.Doc().getXmlFragment('empty'), '');
  expect(updates).toBe(0);
});

test('ST30 a sign of two code units is never torn', () => {
  expect(changeBetween('🌾', '🌿')).toEqual({ at: 0, removed: 2, inserted: '🌿' });
});

test('CH21 other words are put in place of a text’s own; what is bold, and lists, stay where nothing changed', () => {
  const { cell } = rich();
  reword(cell, fragmentText(cell).replace('judges', 'judges and clerks').replace('east', 'west'));
  expect(fragmentText(cell)).toBe('Train judges and clerks\nPublish the list\nnorth\nthen\nsouth 🌾 west\nthen');
  expect(cell.toString()).toContain('<bold>south 🌾 west</bold>');
  expect(cell.toString()).toContain('<bulletlist>');
});

test('CH21 a text of any shape reads as the words that were put in, in one transaction', () => {
  const doc = new Y.Doc();
  const cell = doc.getXmlFragment('cell');
  const heading = new Y.XmlElement('heading');
  heading.insert(0, [new Y.XmlText('Foreign')]);
  cell.insert(0, [heading, new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
  let transactions = 0;
  doc.on('afterTransaction', () => (transactions += 1));
  for (const words of ['First line\nsecond line', 'Second line', '', 'One\ntwo\nthree']) {
    reword(cell, words);
    expect(fragmentText(cell)).toBe(words);
  }
  expect(transactions).toBe(4);
});

test('TA20 a cell that is emptied keeps no empty bullet', () => {
  const { cell } = rich();
  writePlain(cell, '');
  expect(cell.toArray().map((child) => child instanceof Y.XmlElement && child.nodeName)).not.toContain('bulletList');
  writePlain(cell, 'new words');
  expect(fragmentText(cell)).toBe('new words');
});
