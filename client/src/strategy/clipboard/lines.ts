import type { Block, Span } from '@board/shared/model/rich-text';
import { limits } from '@board/shared/protocol/limits';

/**
 * Words on their way through the clipboard, one line after the other: a paragraph, or an item of a list. Flat, because
 * word processors write lists as paragraphs with a level.
 */
export interface Line {
  list: { ordered: boolean; level: number } | null;
  spans: Span[];
}

/** One cell of what was pasted. `lines` where it has forms that plain text has not: lists, bold, italic, links. */
export interface PastedCell {
  text: string;
  lines: readonly Line[] | null;
}

/** Levels of a list: each is two types around the words, and documents may be nested only so deep. */
export const deepestLevel = 6;

/** Words without any form. */
export function plainCell(text: string): PastedCell {
  return { text, lines: null };
}

/** A cell of lines; plain where they have no form. */
export function cellOfLines(lines: readonly Line[]): PastedCell {
  return { text: textOfLines(lines), lines: lines.some(hasForm) ? lines : null };
}

/** Lines that say what a cell says. */
export function linesOf(cell: PastedCell): readonly Line[] {
  return cell.lines ?? cell.text.split('\n').map(plainLine);
}

/** Whether a line is more than plain words. */
export function hasForm({ list, spans }: Line): boolean {
  return (
    list !== null || spans.some((span) => span.kind === 'text' && (span.bold || span.italic || span.href !== null))
  );
}

/** The words of lines, one line each. */
function textOfLines(lines: readonly Line[]): string {
  return lines.map(({ spans }) => spans.map((span) => (span.kind === 'break' ? '\n' : span.text)).join('')).join('\n');
}

/** A cell's characters, with what its paragraphs, items and forms count for. */
export function weightOf({ text, lines }: PastedCell): number {
  const forms = lines
    ? lines.reduce(
        (sum, line) => sum + 1 + (line.list?.level ?? 0) + line.spans.reduce((all, span) => all + formsIn(span), 0),
        0,
      )
    : text.split('\n').length;
  return text.length + forms * limits.formWeight;
}

/** True for plain words that are more than a text may hold. */
export function isTooLong(text: string): boolean {
  return weightOf(plainCell(text)) > limits.cellText;
}

function formsIn(span: Span): number {
  if (span.kind === 'break') return 1;
  return 1 + Number(span.bold) + Number(span.italic) + Number(span.href !== null);
}

/** A text as it stands in a line without forms. */
export function plainLine(text: string): Line {
  return { list: null, spans: text === '' ? [] : [{ kind: 'text', text, bold: false, italic: false, href: null }] };
}

/** A cell's blocks as lines; what else stands in a list item belongs to it, after a line break. */
export function flattened(blocks: readonly Block[]): Line[] {
  const lines: Line[] = [];
  const visit = (block: Block, list: Line['list'], isFirst: boolean): void => {
    if (block.kind === 'paragraph') {
      const item = list && !isFirst ? lines.at(-1) : undefined;
      if (item) item.spans.push({ kind: 'break' }, ...block.spans);
      else lines.push({ list, spans: [...block.spans] });
      return;
    }
    const inner = { ordered: block.ordered, level: Math.min(deepestLevel, (list?.level ?? 0) + 1) };
    for (const item of block.items) for (const [place, one] of item.entries()) visit(one, inner, place === 0);
  };
  for (const block of blocks) visit(block, null, true);
  return lines;
}

/** Lines as blocks, their lists within one another. */
export function nested(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  const open: Extract<Block, { kind: 'list' }>[] = [];
  for (const { list, spans } of lines) {
    const paragraph: Block = { kind: 'paragraph', spans };
    if (!list) {
      open.length = 0;
      blocks.push(paragraph);
      continue;
    }
    const level = Math.max(1, Math.min(list.level, open.length + 1, deepestLevel));
    open.length = Math.min(open.length, level);
    if (open[level - 1] && open[level - 1]?.ordered !== list.ordered) open.length = level - 1;
    if (open.length < level) {
      const started = { kind: 'list' as const, ordered: list.ordered, items: [] };
      (open.at(-1)?.items.at(-1) ?? blocks).push(started);
      open.push(started);
    }
    open.at(-1)?.items.push([paragraph]);
  }
  return blocks;
}

/** How many words there are; Khmer parts them by zero-width spaces. */
export function countWords(text: string): number {
  return text.split(/[\s\u200b]+/).filter((word) => word !== '').length;
}
