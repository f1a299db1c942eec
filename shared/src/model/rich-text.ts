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

/** The words of one text with their forms. Its items are walked, each once: see `wordsOf`. */
function readText(text: Y.XmlText): Span[] {
  const spans: Span[] = [];
  const marks = { bold: new OpenMarks(), italic: new OpenMarks(), link: new OpenMarks() };
  for (let item = text._start; item !== null; item = item.right) {
    const { deleted, content } = item;
    if (deleted) continue;
    if (content instanceof Y.ContentFormat) {
      // The editor's binding may add a hash to a name (`link--1a2b`) so that two of a kind can overlap.
      const kind = content.key.split('--', 1)[0];
      if (kind === 'bold' || kind === 'italic' || kind === 'link') marks[kind].set(content.key, content.value);
    } else if (content instanceof Y.ContentString) {
      const [bold, italic] = [marks.bold.isOpen, marks.italic.isOpen];
      const href = hrefOf(marks.link.latest);
      const last = spans.at(-1);
      if (last?.kind === 'text' && last.bold === bold && last.italic === italic && last.href === href)
        last.text += content.str;
      else spans.push({ kind: 'text', text: content.str, bold, italic, href });
    }
  }
  return spans;
}

/** So many marks of one kind may be open around one another; more than two are nobody's. */
const mostOpen = 8;

/** Marks of one kind that are open at a place of a text, by their names. */
class OpenMarks {
  readonly #values = new Map<string, unknown>();

  set(name: string, value: unknown): void {
    if (value === null || value === false) this.#values.delete(name);
    else if (this.#values.size < mostOpen || this.#values.has(name)) this.#values.set(name, value);
  }

  get isOpen(): boolean {
    return this.#values.size > 0;
  }

  /** What the one says that was opened last. */
  get latest(): unknown {
    return [...this.#values.values()].at(-1);
  }
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
