import type { Recommendation } from '@board/shared/model/catalogue';
import { cellKey, referenceCells } from '@board/shared/model/strategy';
import { compareSdgCodes, goalOf } from '@board/shared/upr/sdg';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { PositionTag, Tag } from '../ui/tag.tsx';
import { RowNotes } from './comments/row-notes.tsx';
import { EmptyCell } from './empty-cell.tsx';
import { GridButton } from './grid-button.tsx';
import { RowHelp } from './help/row-help.tsx';
import { RowNews } from './news/row-news.tsx';
import { OtherLanguage } from './other-language.tsx';
import { useSdgTitle } from './pickers/sdg-words.ts';
import { isOtherLanguage, wordsIn } from './recommendation-search.ts';
import { referenceName } from './row-names.ts';
import type { RowPart } from './row-parts.ts';

import { SharedCell } from './shared-cell.tsx';
import styles from './table.module.css';
import { TableCell } from './table-cell.tsx';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';
import { TwinNote } from './twin-note.tsx';

interface Props {
  part: RowPart;
  recommendation: Recommendation | undefined;
  /** How many sub-rows these cells span. */
  lines: number;
  /** The recommendation has a row before this one. */
  isTwin: boolean;
  /** Without the references. */
  isFolded?: boolean;
}

/** The cells that span a row: the number, the recommendation with its States, the references. */
export function RecommendationCells({ part, recommendation, lines, isTwin, isFolded = false }: Props) {
  const { row, t, mayWrite } = part;
  const wholeRow = '1 / -1';
  return (
    <>
      <TableCell
        cellKey={specialKey(row.id, 'number')}
        column={1}
        mayWrite={mayWrite}
        opens="nothing"
        rowSpan={lines}
        place={{ gridColumn: 1, gridRow: wholeRow }}
        look="number"
      >
        <bdi className={styles['number']} draggable={mayWrite} data-drag={mayWrite ? row.id : undefined}>
          {recommendation?.number ?? '–'}
        </bdi>
        {row.priority && (
          <span className={styles['mark']}>
            <Tag tone="accent" icon="priority">
              {t('row.priority')}
            </Tag>
          </span>
        )}
        {mayWrite && !isFolded && <RowHelp row={row} name={part.name} inGrid />}
        {mayWrite && (
          <span className={styles['menu']}>
            <GridButton act="menu" label={t('row.menu')} ariaLabel={t('row.menuOf', { row: part.name })} />
          </span>
        )}
      </TableCell>
      <TableCell
        cellKey={specialKey(row.id, 'recommendation')}
        column={2}
        mayWrite={mayWrite}
        opens="nothing"
        rowSpan={lines}
        place={{ gridColumn: 2, gridRow: wholeRow }}
        look="recommendation"
      >
        {recommendation ? (
          <RecommendationWords recommendation={recommendation} />
        ) : (
          <span className={styles['hint']}>{t(row.recommendation === null ? 'row.without' : 'row.gone')}</span>
        )}
        {isTwin && mayWrite && (
          <TwinNote>
            <GridButton act="merge" label={t('twin.merge')} ariaLabel={t('twin.mergeOf', { row: part.name })} />
          </TwinNote>
        )}
        <RowNews {...{ row, recommendation }} name={part.name} inGrid />
        <RowNotes row={row} name={part.name} inGrid />
      </TableCell>
      {!isFolded && <ReferencesCell part={part} lines={lines} />}
    </>
  );
}

/** A recommendation's words, its States in bold as in the printed strategy, its position. */
export const RecommendationWords = memo(function RecommendationWords(props: { recommendation: Recommendation }) {
  const { recommendation } = props;
  const { i18n } = useTranslation();
  const { nameOfState } = useTable();
  const format = useFormat();
  const shown = wordsIn(recommendation.text, i18n.language);
  return (
    <>
      <p lang={shown.language} dir="auto">
        {shown.words}
      </p>
      {isOtherLanguage(shown, i18n.language) && <OtherLanguage code={shown.language} />}
      <p className={styles['states']}>{format.list(recommendation.states.map(nameOfState))}</p>
      <PositionTag position={recommendation.position} />
    </>
  );
});

/** Those of a row that was put together with this one are shown once there are any, or while somebody begins them here. */
function referencesShown({ row, editingAt }: RowPart): ReturnType<typeof referenceCells> {
  const cells = referenceCells(row);
  for (const { id } of row.joined ?? []) {
    const address = { row: row.id, part: id, cell: 'mechanisms' as const };
    const isThere = id === row.id || cells.some((one) => cellKey(one.address) === cellKey(address));
    if (!isThere && editingAt(cellKey(address))) cells.push({ address, text: '' });
  }
  return cells;
}

function ReferencesCell({ part, lines }: { part: RowPart; lines: number }) {
  const { row, name, t, mayWrite, othersAt } = part;
  const key = specialKey(row.id, 'sdg');
  const titleOf = useSdgTitle(t, part.language);
  const codes = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  return (
    <td aria-colindex={3} aria-rowspan={lines} className={styles['stack']} data-for="references">
      {referencesShown(part).map(({ address, text }) => (
        <SharedCell
          key={cellKey(address)}
          part={part}
          address={address}
          text={text}
          column={3}
          label={() => t('cell.in', { cell: referenceName(row, address, t), row: name })}
          hint={t('hint.mechanisms')}
          isPart
        />
      ))}
      <TableCell
        cellKey={key}
        column={3}
        mayWrite={mayWrite}
        opens="dialog"
        others={othersAt(key)}
        group={t('cell.in', { cell: t('cell.sdg'), row: name })}
      >
        {codes.length === 0 && <EmptyCell hint={mayWrite ? t('hint.sdg') : ''} t={t} />}
        {codes.map((code) => (
          <span key={code} className={styles['target']}>
            {t('sdg.named', { code, title: titleOf(code).words })}
          </span>
        ))}
      </TableCell>
    </td>
  );
}
