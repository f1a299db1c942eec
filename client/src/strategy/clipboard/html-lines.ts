import type { Span } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import { deepestLevel, type Line } from './lines.ts';
import { isCounted, Levels, markerOf } from './list-text.ts';

const deepest = 60;
const skipped = new Set(['STYLE', 'SCRIPT', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'TITLE', 'IFRAME', 'SVG', 'OBJECT']);
const blocks = new Set('P DIV LI TR TD TH UL OL DL DT DD H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE SECTION ARTICLE'.split(' '));

interface Forms {
  bold: boolean;
  italic: boolean;
  href: string | null;
}

/** Reads the words of a parsed page or of one of its cells: paragraphs, lists (those of word processors too), bold, italic, safe links. */
export function linesIn(root: Element): Line[] {
  const reader = new LineReader();
  reader.inside(root, { bold: false, italic: false, href: null }, null, 0);
  return reader.done();
}

class LineReader {
  readonly #lines: Line[] = [];
  readonly #levels = new Levels();
  #line: Line = { list: null, spans: [] };
  #isItem = false;

  inside(parent: Node, forms: Forms, list: Line['list'], depth: number): void {
    if (depth > deepest) return;
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#words(child.textContent ?? '', forms);
      else if (child instanceof Element && !skipped.has(child.tagName.toUpperCase()))
        this.#element(child, formsOf(child, forms), list, depth + 1);
    }
  }

  done(): Line[] {
    this.#end();
    const kept: Line[] = [];
    for (const [index, line] of this.#lines.entries()) {
      const isBlank = line.spans.length === 0;
      const last = kept.at(-1);
      // One empty line between paragraphs stays; between the items of a list there is none.
      if (isBlank && (!last || last.spans.length === 0 || last.list || this.#lines[index + 1]?.list)) continue;
      kept.push(line);
    }
    while (kept.at(-1)?.spans.length === 0) kept.pop();
    return kept;
  }

  #element(element: Element, forms: Forms, list: Line['list'], depth: number): void {
    const name = element.tagName.toUpperCase();
    const style = element.getAttribute('style') ?? '';
    if (/mso-list:\s*ignore/i.test(style)) return;
    if (name === 'BR') this.#break();
    else if (name === 'UL' || name === 'OL') {
      const level = Math.min(deepestLevel, (list?.level ?? 0) + 1);
      this.inside(element, forms, { ordered: name === 'OL', level }, depth);
      if (!list) this.#end();
    } else {
      const own = ownItem(element, style) ?? (name === 'LI' ? (list ?? { ordered: false, level: 1 }) : null);
      if (own) this.#item(element, forms, own, depth);
      else if (blocks.has(name)) this.#paragraph(element, forms, list, depth);
      else this.inside(element, forms, list, depth);
    }
  }

  #item(element: Element, forms: Forms, list: NonNullable<Line['list']>, depth: number): void {
    this.#end();
    this.#line.list = list;
    this.#isItem = true;
    this.inside(element, forms, list, depth);
    this.#end();
  }

  #paragraph(element: Element, forms: Forms, list: Line['list'], depth: number): void {
    if (this.#isItem) {
      if (this.#line.spans.length > 0) this.#line.spans.push({ kind: 'break' });
      this.inside(element, forms, list, depth);
      return;
    }
    this.#end();
    const before = this.#lines.length;
    this.inside(element, forms, list, depth);
    this.#end();
    if (element.tagName === 'P' && this.#lines.length === before) this.#lines.push({ list: null, spans: [] });
  }

  #break(): void {
    if (this.#isItem) {
      if (this.#line.spans.length > 0) this.#line.spans.push({ kind: 'break' });
    } else if (this.#line.spans.length > 0) this.#end();
    else this.#lines.push({ list: null, spans: [] });
  }

  #words(raw: string, forms: Forms): void {
    const text = withoutControls(raw.replace(/[ \t\r\n]+/g, ' '));
    const last = this.#line.spans.at(-1);
    const isStart = last === undefined || last.kind === 'break' || last.text.endsWith(' ');
    const words = isStart ? text.replace(/^ /, '') : text;
    if (words !== '') this.#line.spans.push({ kind: 'text', text: words, ...forms });
  }

  #end(): void {
    const line = this.#line;
    this.#line = { list: null, spans: [] };
    this.#isItem = false;
    const words = line.spans.map((span) => (span.kind === 'text' ? span.text : '\n')).join('');
    const marker = line.list ? null : markerOf(words);
    if (marker) line.list = { ordered: marker.ordered, level: this.#levels.next(marker) };
    else this.#levels.end();
    line.spans = trimmed(marker ? cut(line.spans, marker.length) : line.spans);
    if (line.spans.length > 0) this.#lines.push(line);
  }
}

/** An item of a list that is no LI: as word processors write it, and as we do. */
function ownItem(element: Element, style: string): Line['list'] {
  const level = /mso-list:\s*\S+\s+level(\d+)/i.exec(style)?.[1];
  if (level) return { ordered: isCounted(hiddenMark(element)), level: Math.min(deepestLevel, Number(level)) };
  const [kind, depth] = (element.getAttribute('data-list') ?? '').split(' ');
  if (kind !== 'bullet' && kind !== 'number') return null;
  return { ordered: kind === 'number', level: Math.min(deepestLevel, Math.max(1, Number(depth) || 1)) };
}

function hiddenMark(element: Element): string {
  const hidden = [...element.querySelectorAll('[style]')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  );
  return (hidden?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
}

function formsOf(element: Element, around: Forms): Forms {
  const name = element.tagName.toUpperCase();
  const { fontWeight = '', fontStyle = '' } = element instanceof HTMLElement ? element.style : {};
  const isBold = name === 'B' || name === 'STRONG' || around.bold;
  const isItalic = name === 'I' || name === 'EM' || around.italic;
  return {
    bold: fontWeight === '' ? isBold : /^(?:bold|bolder|[6-9]\d\d)$/.test(fontWeight),
    italic: fontStyle === '' ? isItalic : fontStyle === 'italic',
    href: name === 'A' ? safeHref(element.getAttribute('href')) : around.href,
  };
}

function cut(spans: readonly Span[], length: number): Span[] {
  let left = length;
  return spans.flatMap((span) => {
    if (span.kind !== 'text' || left === 0) return [span];
    const text = span.text.slice(left);
    left = Math.max(0, left - span.text.length);
    return text === '' ? [] : [{ ...span, text }];
  });
}

function trimmed(spans: readonly Span[]): Span[] {
  const plain = spans.map((span) =>
    span.kind === 'text' ? { ...span, text: span.text.replace(/[ \u00a0]+/g, ' ') } : span,
  );
  const isEmpty = (span: Span | undefined): boolean =>
    span?.kind === 'break' || (span?.kind === 'text' && span.text === '');
  const strip = (at: 0 | -1, pattern: RegExp): void => {
    for (let end = plain.at(at); end; end = plain.at(at)) {
      if (end.kind === 'text') end.text = end.text.replace(pattern, '');
      if (!isEmpty(end)) return;
      if (at === 0) plain.shift();
      else plain.pop();
    }
  };
  strip(0, /^ +/);
  strip(-1, / +$/);
  return plain.filter((span) => span.kind === 'break' || span.text !== '');
}

/** Signs that no document may hold are taken out. Zero-width signs stay: Khmer needs them. */
function withoutControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, '');
}
