import { filledFile } from '@board/shared/workshop-file/workshop-file.fixture';
import { expect, test } from 'vitest';
import { childrenOf, parseXml, type XmlNode } from '../own-form/xml-tree.ts';
import { makeOne } from './make-one.ts';
import { openedParts } from './opened.fixture.ts';
import type { FileOrder } from './orders.ts';
import { sheetOrder, wordOrder } from './schema-order.fixture.ts';
import { testWords } from './words.fixture.ts';

type OneOrder = Exclude<FileOrder, { what: 'everything' }>;

const file = filledFile({ groups: 3, rows: 4 });
const group = file.groups[0]!.id;
const orders: OneOrder[] = [
  { what: 'strategy', group, as: 'docx' },
  { what: 'consolidated', by: 'goal', as: 'docx' },
  { what: 'charter', as: 'docx' },
  { what: 'strategy', group, as: 'xlsx' },
  { what: 'consolidated', by: 'group', as: 'xlsx' },
  { what: 'catalogue', as: 'xlsx' },
];

const opened = async (order: OneOrder, language: string) =>
  openedParts((await makeOne(order, file, await testWords(language))).bytes);

/** All elements of a part. */
function elementsIn(xml: string): XmlNode[] {
  const all: XmlNode[] = [];
  const walk = (node: XmlNode): void => {
    for (const child of childrenOf(node)) {
      all.push(child);
      walk(child);
    }
  };
  walk(parseXml(xml));
  return all;
}

/** What stands elsewhere than its schema says, or is not known there. */
function misplaced(xml: string, order: typeof wordOrder): string[] {
  return elementsIn(xml).flatMap((node) => {
    const known = order[node.name];
    if (!known) return [];
    const places = childrenOf(node).map(({ name }) => known.indexOf(name));
    const isInOrder = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
    return isInOrder ? [] : [`${node.name}: ${childrenOf(node).map(({ name }) => name)}`];
  });
}

test.each(orders.flatMap((order) => ['en', 'ar', 'km'].map((language) => [order, language] as const)))(
  'FO51 the elements of every part stand in the order of their schema: %o, %s',
  async (order, language) => {
    for (const [name, xml] of await opened(order, language)) {
      if (!name.endsWith('.xml')) continue;
      expect([name, misplaced(xml, order.as === 'docx' ? wordOrder : sheetOrder)]).toEqual([name, []]);
    }
  },
);

test.each(orders)('FO51 parts, relations, kinds and ids of a file fit each other: %o', async (order) => {
  const parts = await opened(order, 'en');
  const kinds = elementsIn(parts.get('[Content_Types].xml')!);
  const named = kinds.flatMap(({ attributes }) => (attributes['PartName'] ? [attributes['PartName'].slice(1)] : []));
  const endings = new Set(kinds.map(({ attributes }) => attributes['Extension']));
  expect(named.filter((name) => !parts.has(name))).toEqual([]);
  expect([...parts.keys()].filter((name) => !named.includes(name) && !endings.has(name.split('.').at(-1)))).toEqual([]);
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const relations = elementsIn(xml).flatMap(({ attributes }) => (attributes['Id'] ? [attributes] : []));
    expect(new Set(relations.map(({ Id }) => Id)).size).toBe(relations.length);
    const base = new URL(name.replace('_rels/', ''), 'http://file/');
    const inside = relations.filter(({ TargetMode }) => TargetMode !== 'External');
    const targets = inside.map(({ Target = '' }) => new URL(Target, base).pathname.slice(1));
    expect(targets.filter((target) => !parts.has(target))).toEqual([]);
  }
  const marks = elementsIn(parts.get('word/document.xml') ?? '<none/>').filter((node) => node.name === 'bookmarkStart');
  for (const attribute of ['id', 'name']) {
    const values = marks.map(({ attributes }) => attributes[attribute]);
    expect(values.length - new Set(values).size, attribute).toBe(0);
    expect(values.filter((value) => value!.length > 40)).toEqual([]);
  }
});

test('FO51 a row that stands under several goals has its ids under each of them', async () => {
  const parts = await opened({ what: 'consolidated', by: 'goal', as: 'docx' }, 'en');
  const read: (readonly [string, string[]])[] = [];
  for (const { name, attributes } of elementsIn(parts.get('word/document.xml') ?? '<none/>')) {
    const [, kind, id] =
      /^(row|action)_(\w{12})/.exec(name === 'bookmarkStart' ? (attributes['name'] ?? '') : '') ?? [];
    if (kind === 'row') read.push([id!, []]);
    if (kind === 'action') read.at(-1)![1].push(id!);
  }
  const wanted = new Map(
    file.groups.flatMap(({ strategy }) =>
      strategy!.rows.map((row) => [row.id as string, row.actions.map(({ id }) => id as string)] as const),
    ),
  );
  expect(read.length).toBeGreaterThan(wanted.size);
  expect(read.filter(([id, actions]) => wanted.get(id)?.join() !== actions.join())).toEqual([]);
});
