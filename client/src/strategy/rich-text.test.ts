import { readBlocks } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hrefFromTyped } from './safe-link.ts';

function fragmentWith(fill: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('cell');
  fill(fragment);
  return fragment;
}

test('ST23 only http, https and mail addresses survive, however a script is disguised', () => {
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '/relative',
    '//example.org',
    '',
    7,
    null,
    { toString: () => 'https://example.org' },
    `https://example.org/${'a'.repeat(3000)}`,
  ])
    expect(safeHref(address)).toBeNull();
  expect(safeHref('https://example.org/a b')).toBe('https://example.org/a%20b');
  expect(safeHref('mailto:a@example.org')).toBe('mailto:a@example.org');
});

test('ST23 what a person types as an address becomes a safe one or none', () => {
  expect(hrefFromTyped('example.org/report')).toBe('https://example.org/report');
  expect(hrefFromTyped('a@example.org')).toBe('mailto:a@example.org');
  expect(hrefFromTyped('http://192.168.1.20:8080/')).toBe('http://192.168.1.20:8080/');
  expect(hrefFromTyped('localhost:8080')).toBe('https://localhost:8080/');
  expect(hrefFromTyped('javascript:alert(1)')).toBeNull();
  expect(hrefFromTyped('two words')).toBeNull();
});

test('ST24 bold, italic, lists, breaks and links are read; marks with a hash too', () => {
  const fragment = fragmentWith((cell) => {
    const text = new Y.XmlText();
    text.insert(0, 'one ', { bold: {} });
    text.insert(4, 'two', { italic: {}, 'link--x1': { href: 'https://example.org' } });
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text, new Y.XmlElement('hardBreak')]);
    const item = new Y.XmlElement('listItem');
    const inner = new Y.XmlElement('paragraph');
    inner.insert(0, [new Y.XmlText('three')]);
    item.insert(0, [inner]);
    const list = new Y.XmlElement('orderedList');
    list.insert(0, [item]);
    cell.insert(0, [paragraph, list]);
  });
  const plain = { kind: 'text', bold: false, italic: false, href: null };
  expect(readBlocks(fragment)).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { ...plain, text: 'one ', bold: true },
        { ...plain, text: 'two', italic: true, href: 'https://example.org/' },
        { kind: 'break' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [[{ kind: 'paragraph', spans: [{ ...plain, text: 'three' }] }]],
    },
  ]);
});

test('ST24 foreign nodes, script links and bottomless nesting are read as harmless text', () => {
  const fragment = fragmentWith((cell) => {
    const script = new Y.XmlElement('script');
    const text = new Y.XmlText();
    text.insert(0, 'click', { link: { href: 'javascript:alert(1)' }, onclick: 'x' });
    script.insert(0, [text]);
    cell.insert(0, [script]);
    let deep: Y.XmlFragment = cell;
    for (let level = 0; level < 200; level++) {
      const list = new Y.XmlElement('bulletList');
      const item = new Y.XmlElement('listItem');
      list.insert(0, [item]);
      deep.insert(deep.length, [list]);
      deep = item;
    }
  });
  const [first, ...rest] = readBlocks(fragment);
  expect(first).toEqual({
    kind: 'paragraph',
    spans: [{ kind: 'text', text: 'click', bold: false, italic: false, href: null }],
  });
  expect(JSON.stringify(rest).length).toBeLessThan(2000);
});
