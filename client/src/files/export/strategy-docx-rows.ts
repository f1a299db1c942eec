import { compareSdgCodes } from '@board/shared/upr/sdg';
import type { ActionPart, RiskPart } from '@board/shared/workshop-file/parts';
import { type IParagraphOptions, Paragraph, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx';
import { timeframeWords } from '../../strategy/months.ts';
import { wordsIn } from '../../strategy/recommendation-search.ts';
import { tableColumns } from '../../strategy/table-columns.ts';
import { startsRtl } from '../../text-direction.ts';
import { formStyles } from '../form-styles.ts';
import { ink } from './docx-look.ts';
import type { DocxWriter } from './docx-words.ts';
import type { ContentRow } from './strategy-content.ts';

/** The row of headings, said again on each page. */
export function headRow(writer: DocxWriter, widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: tableColumns.map((column, at) =>
      cell(writer.plain(writer.words.t(`strategy:table.${column}`), { style: formStyles.head }), widths[at], {
        shading: { fill: ink.head, type: 'clear', color: 'auto' },
      }),
    ),
  });
}

/** The lines of one row of the strategy: one for each action; what stands once in a row spans them. */
export function rowLines(
  writer: DocxWriter,
  entry: ContentRow,
  widths: readonly number[],
  withGroups: boolean,
): TableRow[] {
  const { actions } = entry.row;
  const lines: (ActionPart | null)[] = actions.length > 0 ? actions : [null];
  const span = { rowSpan: lines.length };
  const once = (at: number, content: Paragraph[]) => cell(content, widths[at], span);
  return lines.map((action, line) => {
    const isFirst = line === 0;
    return new TableRow({
      cantSplit: true,
      children: [
        ...(isFirst
          ? [
              once(0, numberWords(writer, entry)),
              once(1, recommendationWords(writer, entry, withGroups)),
              once(2, referenceWords(writer, entry)),
            ]
          : []),
        ...actionCells(writer, action).map((content, at) => cell(content, widths[at + 3])),
        ...(isFirst
          ? [
              once(
                8,
                entry.row.risks.flatMap((risk, place) => riskWords(writer, risk, place > 0)),
              ),
            ]
          : []),
      ],
    });
  });
}

function numberWords(writer: DocxWriter, { row, recommendation }: ContentRow): Paragraph[] {
  const { t } = writer.words;
  return [
    new Paragraph({
      style: 'BoardNumber',
      bidirectional: writer.isRtl,
      children: [writer.mark('row', row.id), ...writer.inline(recommendation?.number ?? '–')],
    }),
    ...(row.priority ? writer.plain(t('takehome:doc.priority'), { style: formStyles.priority }) : []),
  ];
}

function recommendationWords(writer: DocxWriter, { row, group, recommendation }: ContentRow, withGroups: boolean) {
  const { t, format, language, nameOfState } = writer.words;
  const named = withGroups ? [groupName(writer, group)] : [];
  if (!recommendation) {
    const why = t(row.recommendation === null ? 'strategy:row.without' : 'strategy:row.gone');
    return [...named, ...writer.plain(why, { style: formStyles.none })];
  }
  const { text, states, position } = recommendation;
  return [
    ...named,
    ...writer.plain(wordsIn(text, language).words),
    ...(states.length > 0 ? writer.plain(format.list(states.map(nameOfState)), { style: formStyles.states }) : []),
    ...writer.plain(t(`frame:position.${position}`), { style: formStyles.position }),
  ];
}

/** With an invisible mark, since two groups may have one name. */
function groupName(writer: DocxWriter, { id, name }: ContentRow['group']): Paragraph {
  return new Paragraph({
    style: formStyles.group,
    bidirectional: startsRtl(name, writer.isRtl),
    children: [writer.mark('group', id), ...writer.inline(name)],
  });
}

function referenceWords(writer: DocxWriter, { row }: ContentRow): Paragraph[] {
  const { t, titleOfTarget } = writer.words;
  const targets = row.sdgTargets
    .toSorted(compareSdgCodes)
    .flatMap((code) =>
      writer.plain(t('strategy:sdg.named', { code, title: titleOfTarget(code).words }), { style: formStyles.target }),
    );
  return [...writer.blocks(row.mechanisms), ...targets];
}

function actionCells(writer: DocxWriter, action: ActionPart | null): Paragraph[][] {
  if (!action) return [[], [], [], [], []];
  const { t, language } = writer.words;
  const mark = writer.mark('action', action.id);
  return [
    [
      ...writer.blocks(action.text, {}, mark),
      ...(action.contribution ? writer.plain(t('takehome:doc.contribution'), { style: formStyles.contribution }) : []),
    ],
    writer.blocks(action.indicator),
    writer.blocks(action.resources),
    writer.blocks(action.partners),
    // The words of a timeframe are asked of the table's own namespace.
    writer.plain(timeframeWords(action.timeframe, language, writer.words.strategyT)),
  ];
}

function riskWords(writer: DocxWriter, risk: RiskPart, isAfter: boolean): Paragraph[] {
  const label = writer.words.t('takehome:doc.response');
  const answered = writer.blocks(risk.response, { style: formStyles.response });
  return [
    ...(isAfter ? [new Paragraph({ style: formStyles.label, children: [] })] : []),
    ...writer.blocks(risk.risk, { style: formStyles.risk }, writer.mark('risk', risk.id)),
    ...(answered.length > 0 ? [...writer.plain(`${label}:`, { style: formStyles.label }), ...answered] : []),
  ];
}

function cell(
  content: readonly Paragraph[],
  width: number | undefined,
  more: Partial<ConstructorParameters<typeof TableCell>[0]> = {},
): TableCell {
  const empty: IParagraphOptions = { children: [] };
  return new TableCell({
    ...more,
    children: content.length > 0 ? content : [new Paragraph(empty)],
    width: { size: width ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
  });
}
