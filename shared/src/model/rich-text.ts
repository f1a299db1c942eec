import * as Y from 'yjs';
import { safeHref } from './safe-href.ts';

/** A cell's text as plain values, with nothing in it that a cell does not hold: whatever stands in the document is input. */
export type Block = { kind: 'paragraph'; spans: Span[] } | { kind: 'list'; ordered: boolean; items: Block[][] };

export type Span =
  | { kind: 'break' }
  | { kind: 'text'; text: string; bold: boolean; italic: boolean; href: string | null };

const deepest = 20;

/** Reads a fragment. What is not known is read as paragraphs; depth is capped against hostile nesting. */
export function readBlocks(fragment: Y.XmlFragment, depth = 0): Block[] {
  if (depth > deepest) return [];
  const blocks: Block[] = [];
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlText) blocks.push({ kind: 'paragraph', spans: readText(child) });
    else if (child instanceof Y.XmlElement) blocks.push(...readElement(child, depth));
  }
  return blocks;
}

function readElement(element: Y.XmlElement, depth: number): Block[] {
  switch (element.nodeName) {
    case 'paragraph':
      return [{ kind: 'paragraph', spans: readSpans(element) }];
    case 'bulletList':
    case 'orderedList': {
      const items = element.toArray().filter((child) => child instanceof Y.XmlElement);
      return [
        {
          kind: 'list',
          ordered: element.nodeName === 'orderedList',
          items: items.map((item) => readBlocks(item, depth + 1)),
        },
      ];
    }
    default:
      return readBlocks(element, depth + 1);
  }
}

function readSpans(paragraph: Y.XmlElement): Span[] {
  const spans: Span[] = [];
  for (const child of paragraph.toArray()) {
    if (child instanceof Y.XmlText) spans.push(...readText(child));
    else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') spans.push({ kind: 'break' });
  }
  return spans;
}

function readText(text: Y.XmlText): Span[] {
  const spans: Span[] = [];
  for (const { insert, attributes } of text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string') continue;
    const marks = marksOf(attributes ?? {});
    spans.push({
      kind: 'text',
      text: insert,
      bold: marks.has('bold'),
      italic: marks.has('italic'),
      href: hrefOf(marks.get('link')),
    });
  }
  return spans;
}

/** Marks by name. The editor's binding may add a hash to a name (`link--1a2b`) so that two of a kind can overlap. */
function marksOf(attributes: Record<string, unknown>): Map<string, unknown> {
  const marks = new Map<string, unknown>();
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) marks.set(name.split('--')[0] ?? name, value);
  return marks;
}

function hrefOf(mark: unknown): string | null {
  return mark !== null && typeof mark === 'object' && 'href' in mark ? safeHref(mark.href) : null;
}

/** Blocks as the elements that the cell's editor makes of them. */
export function elementsOf(blocks: readonly Block[]): Y.XmlElement[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return paragraphOf(block.spans);
    const list = new Y.XmlElement(block.ordered ? 'orderedList' : 'bulletList');
    const items = block.items.map((inside) => {
      const item = new Y.XmlElement('listItem');
      item.insert(0, elementsOf(inside));
      return item;
    });
    list.insert(0, items);
    return list;
  });
}

function paragraphOf(spans: readonly Span[]): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  const children: (Y.XmlText | Y.XmlElement)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const finish = (): void => {
    if (delta.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(delta);
    children.push(text);
    delta = [];
  };
  for (const span of spans) {
    if (span.kind === 'text') delta.push({ insert: span.text, attributes: attributesOf(span) });
    else {
      finish();
      children.push(new Y.XmlElement('hardBreak'));
    }
  }
  finish();
  paragraph.insert(0, children);
  return paragraph;
}

function attributesOf(span: Extract<Span, { kind: 'text' }>): Record<string, unknown> {
  return {
    ...(span.bold ? { bold: {} } : {}),
    ...(span.italic ? { italic: {} } : {}),
    ...(span.href === null ? {} : { link: { href: span.href } }),
  };
}
