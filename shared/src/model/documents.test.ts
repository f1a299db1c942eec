import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type ActionId, type GroupId, newId, type RowId } from '../ids.ts';
import { nameGroup, readDetails, readGroups, seedBoard, setDetail } from './board.ts';
import { type NewRecommendation, readCatalogue, takeIn } from './catalogue.ts';
import { addItem, charterPart, charterWords, drawContributions, moveItem, readItems, removeItem } from './charter.ts';
import { fillFragment, fragmentText } from './read.ts';

function recommendation(number: string, change: Partial<NewRecommendation> = {}): NewRecommendation {
  return {
    number,
    text: { en: `Text of ${number}` },
    states: ['Arlonia'],
    position: 'pending',
    themes: [],
    source: '',
    ...change,
  };
}

test('WO3 a new board holds its title and its groups in the order given', () => {
  const doc = new Y.Doc();
  const groups = ['Water', 'Schools', 'Courts'].map((name) => ({ id: newId<GroupId>(), name }));
  seedBoard(doc, { title: 'After the review', cycle: '4' }, groups);
  expect(readDetails(doc)).toMatchObject({ title: 'After the review', cycle: '4', country: '' });
  expect(readGroups(doc).map((group) => group.name)).toEqual(['Water', 'Schools', 'Courts']);
  nameGroup(doc, groups[1]!.id, 'Schools and health');
  nameGroup(doc, newId<GroupId>(), 'Late comers');
  setDetail(doc, 'title', 'New title');
  expect(readGroups(doc).map((group) => group.name)).toEqual(['Water', 'Schools and health', 'Courts', 'Late comers']);
  expect(readDetails(doc).title).toBe('New title');
});

test('UP1 the catalogue is sorted by parts: 110.2 before 110.10, and 110.10 is not 110.1', () => {
  const doc = new Y.Doc();
  takeIn(
    doc,
    ['110.10', '110.2', '110.1', '9.1', '110.100'].map((number) => recommendation(number)),
  );
  expect(readCatalogue(doc).map((one) => one.number)).toEqual(['9.1', '110.1', '110.2', '110.10', '110.100']);
});

test('UP2 taking in a number again updates it in place, so that rows which point to it stay', () => {
  const doc = new Y.Doc();
  takeIn(doc, [recommendation('1.1'), recommendation('1.2')]);
  const before = readCatalogue(doc).map((one) => one.id);
  takeIn(doc, [recommendation('1.2', { position: 'supported', text: { fr: 'Texte' } })]);
  const after = readCatalogue(doc);
  expect(after.map((one) => one.id)).toEqual(before);
  expect(after[1]).toMatchObject({ position: 'supported', text: { en: 'Text of 1.2', fr: 'Texte' } });
});

test('CH1 contributions are drawn once, in order, and items can be moved and removed', () => {
  const doc = new Y.Doc();
  const from = (text: string) => ({
    groupId: newId<GroupId>(),
    source: { rowId: newId<RowId>(), actionId: newId<ActionId>() },
    text,
  });
  const drawn = [from('One'), from('Two')];
  expect(drawContributions(doc, drawn)).toBe(2);
  expect(drawContributions(doc, drawn)).toBe(0);
  const third = addItem(doc, 'Three');
  expect(moveItem(doc, third, null)).toBe(true);
  expect(readItems(doc).map((item) => item.text)).toEqual(['Three', 'One', 'Two']);
  removeItem(doc, third);
  fillFragment(charterPart(doc, 'preamble'), 'We, who met,');
  expect(charterWords(doc).all).toBe('We, who met,\n\n1. One\n\n2. Two');
});

test('CH2 a charter of foreign shape reads as what can be read', () => {
  const doc = new Y.Doc();
  doc.getMap('items').set('x', 'text');
  doc.getMap('items').set('y', new Y.Map<unknown>([['text', 5]]));
  expect(readItems(doc)).toMatchObject([{ id: 'y', text: '', sources: [], groupId: null }]);
});

test('ST3 hostile nesting in a cell ends at a depth instead of ending the reader', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('cell');
  let inner = new Y.XmlElement('paragraph');
  inner.insert(0, [new Y.XmlText('deep')]);
  for (let depth = 0; depth < 500; depth++) {
    const outer = new Y.XmlElement('bulletList');
    outer.insert(0, [inner]);
    inner = outer;
  }
  fragment.insert(0, [inner]);
  expect(fragmentText(fragment)).toBe('');
});
