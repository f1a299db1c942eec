import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { type FileChild, HeadingLevel, Paragraph, Table, TableLayoutType, WidthType } from 'docx';
import { usualShares } from '../../strategy/grid/column-widths.ts';
import { startsRtl } from '../../text-direction.ts';
import { packDocx, textWidth, titleBlock } from './docx-frame.ts';
import { ink } from './docx-look.ts';
import { DocxWriter } from './docx-words.ts';
import type { ContentSection, StrategyContent } from './strategy-content.ts';
import { headRow, rowLines } from './strategy-docx-rows.ts';
import { strategyFacts } from './strategy-facts.ts';
import type { Words } from './words.ts';

/** Half-points: nine columns on a page across. */
const size = 17;

/** A laptop's table, in rem: the document's columns have its shares. */
const screenWidth = 81;

/** Which strategy, and how it is headed. */
export interface StrategyDocument {
  title: string;
  content: StrategyContent;
  /** The group stands beside each row. */
  withGroups: boolean;
}

/** A strategy as a document across the page: one table for each section, one line for each action. */
export async function strategyDocx(
  file: WorkshopFile,
  { title, content, withGroups }: StrategyDocument,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new DocxWriter(words, 'sans');
  const { above, facts, foot } = strategyFacts(file, words, content);
  const body: FileChild[] = [...titleBlock(writer, title, above, facts)];
  if (content.sections.every(({ rows }) => rows.length === 0)) {
    body.push(...writer.plain(words.t('takehome:doc.empty'), { style: 'BoardNone' }));
  }
  for (const section of content.sections) {
    body.push(...headingOf(writer, section));
    if (section.rows.length > 0) body.push(tableOf(writer, section.rows, withGroups));
  }
  return packDocx(writer, { title, foot, isLandscape: true, size, body });
}

/** A group, a goal, a position; below that a cluster, which carries its id. */
function headingOf(writer: DocxWriter, { title, cluster }: ContentSection): Paragraph[] {
  if (title === '') return [new Paragraph({ children: [] })];
  if (cluster === null) return writer.aside(title, { heading: HeadingLevel.HEADING_1 });
  const mark = cluster === '' ? [] : [writer.mark('cluster', cluster)];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      bidirectional: startsRtl(title, writer.isRtl),
      ...writer.side(title),
      children: [...mark, ...writer.inline(title)],
    }),
  ];
}

/** Widths in twentieths of a point that fill the page across. */
function columnWidths(): number[] {
  const widths = usualShares(screenWidth).map((share) => Math.floor(textWidth(true) * share));
  return widths.with(1, (widths[1] ?? 0) + textWidth(true) - widths.reduce((sum, one) => sum + one, 0));
}

function tableOf(writer: DocxWriter, rows: StrategyContent['sections'][number]['rows'], withGroups: boolean): Table {
  const widths = columnWidths();
  const rule = { style: 'single', size: 4, color: ink.rule } as const;
  return new Table({
    width: { size: textWidth(true), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: writer.isRtl,
    borders: {
      top: { ...rule, size: 8 },
      bottom: { ...rule, size: 8 },
      left: { style: 'none' },
      right: { style: 'none' },
      insideHorizontal: rule,
      insideVertical: rule,
    },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    rows: [headRow(writer, widths), ...rows.flatMap((row) => rowLines(writer, row, widths, withGroups))],
  });
}
