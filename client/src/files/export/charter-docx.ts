import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { type FileChild, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { formStyles } from '../form-styles.ts';
import { type CharterItemContent, charterContent } from './charter-content.ts';
import type { RecordPart } from './charter-record.ts';
import { packDocx, textWidth, titleBlock } from './docx-frame.ts';
import { ink, lists } from './docx-look.ts';
import { DocxWriter } from './docx-words.ts';
import type { Words } from './words.ts';

/** Half-points. */
const size = 22;

/** The charter as a document to be signed, sent and hung up; an adopted one with its record on pages of its own. */
export function charterDocx(file: WorkshopFile, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new DocxWriter(words, 'serif');
  const { title, above, facts, draft, preamble, items, closing, record } = charterContent(file, words);
  const body: FileChild[] = [
    ...titleBlock(writer, title, above, facts),
    ...(draft === '' ? [] : writer.plain(draft, { style: formStyles.head, spacing: { before: 120, after: 120 } })),
    ...writer.blocks(preamble, { spacing: { before: 120, after: 120 } }),
    ...items.flatMap((item) => itemWords(writer, item)),
    ...writer.blocks(closing, { spacing: { before: 200, after: 120 } }),
    ...record.flatMap((part) => recordWords(writer, part)),
  ];
  const foot = [above, title].filter((part) => part !== '').join(' · ');
  return packDocx(writer, { title: foot, foot, isLandscape: false, size, body });
}

/** An item's first line has its number; what follows stands below it. */
function itemWords(writer: DocxWriter, { words, below }: CharterItemContent): Paragraph[] {
  const indent = { left: 560 };
  const [first, ...rest] = words;
  const numbered =
    first?.kind === 'paragraph'
      ? writer.blocks([first], {
          numbering: { reference: lists.items, level: 0 },
          spacing: { before: 160, after: 40 },
        })
      : writer.plain('', { numbering: { reference: lists.items, level: 0 }, spacing: { before: 160 } });
  const others = first?.kind === 'paragraph' ? rest : words;
  return [
    ...numbered,
    ...writer.blocks(others, { indent }),
    ...below.flatMap((line) => writer.aside(line, { style: 'BoardSmall', indent: sideIndent(writer, line) })),
  ];
}

/** Below the item's words, at the side where the document's lines begin. */
function sideIndent(writer: DocxWriter, line: string): { left: number } | { right: number } {
  return 'alignment' in writer.side(line) ? { right: 560 } : { left: 560 };
}

function recordWords(writer: DocxWriter, part: RecordPart): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return part.level === 1
        ? writer.aside(part.text, { heading: HeadingLevel.HEADING_1, pageBreakBefore: true })
        : writer.aside(part.text, { heading: HeadingLevel.HEADING_2 });
    case 'text':
      return writer.aside(part.text);
    case 'quote':
      return writer.plain(part.text, { indent: { left: 400 } });
    case 'code':
      return writer.aside(part.text, { style: 'BoardCode' });
    case 'table':
      return [recordTable(writer, part), new Paragraph({ children: [] })];
  }
}

function recordTable(writer: DocxWriter, { head, lines }: Extract<RecordPart, { kind: 'table' }>): Table {
  const width = Math.floor(textWidth(false) / Math.max(1, head.length));
  const rule = { style: 'single', size: 4, color: ink.rule } as const;
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (text) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            ...(isHead ? { shading: { fill: ink.head, type: 'clear', color: 'auto' } } : {}),
            children: writer.plain(text, { style: isHead ? 'BoardTableHead' : 'BoardTableCell' }),
          }),
      ),
    });
  return new Table({
    width: { size: width * head.length, type: WidthType.DXA },
    columnWidths: head.map(() => width),
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: writer.isRtl,
    borders: {
      top: rule,
      bottom: rule,
      left: { style: 'none' },
      right: { style: 'none' },
      insideHorizontal: rule,
      insideVertical: rule,
    },
    margins: { top: 40, bottom: 40, left: 50, right: 50 },
    rows: [row(head, true), ...lines.map((line) => row(line, false))],
  });
}
