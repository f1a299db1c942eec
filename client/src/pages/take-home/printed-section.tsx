import type { Block } from '@board/shared/model/rich-text';
import { compareSdgCodes } from '@board/shared/upr/sdg';
import type { ActionPart } from '@board/shared/workshop-file/parts';
import { memo, type ReactNode } from 'react';
import type { ContentRow, ContentSection } from '../../files/export/strategy-content.ts';
import type { Words } from '../../files/export/words.ts';
import { Blocks } from '../../strategy/cell-text.tsx';
import { usualShares } from '../../strategy/grid/column-widths.ts';
import { timeframeWords } from '../../strategy/months.ts';
import { wordsIn } from '../../strategy/recommendation-search.ts';
import { tableColumns } from '../../strategy/table-columns.ts';
import styles from './print-page.module.css';

/** The width of the table on a laptop, in rem: the paper's columns have its shares. */
const screenWidth = 81;

interface Props {
  section: ContentSection;
  withGroups: boolean;
  words: Words;
}

/** One table of a printed strategy. Drawn once; a browser repeats its heading on each page. */
export const PrintedSection = memo(function PrintedSection({ section, withGroups, words }: Props) {
  const shares = usualShares(screenWidth);
  return (
    <section className={styles['section']}>
      {section.title !== '' && (
        <h2>
          <bdi>{section.title}</bdi>
        </h2>
      )}
      <table className={styles['table']}>
        <colgroup>
          {tableColumns.map((column, at) => (
            <col key={column} style={{ inlineSize: `${(shares[at] ?? 0) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {tableColumns.map((column) => (
              <th key={column} scope="col">
                {words.t(`strategy:table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {section.rows.map((entry) => (
          <PrintedRow key={`${entry.group.id}${entry.row.id}`} entry={entry} withGroups={withGroups} words={words} />
        ))}
      </table>
    </section>
  );
});

function PrintedRow({ entry, withGroups, words }: { entry: ContentRow; withGroups: boolean; words: Words }) {
  const { row } = entry;
  const actions: (ActionPart | null)[] = row.actions.length > 0 ? row.actions : [null];
  const span = { rowSpan: actions.length };
  return (
    <tbody>
      {actions.map((action, line) => (
        <tr key={action?.id ?? 'none'}>
          {line === 0 && (
            <>
              <td {...span}>
                <b>{entry.recommendation?.number ?? '–'}</b>
                {row.priority && <p className={styles['mark']}>{words.t('takehome:doc.priority')}</p>}
              </td>
              <td {...span}>
                <Recommendation entry={entry} withGroups={withGroups} words={words} />
              </td>
              <td {...span}>
                <Blocks blocks={row.mechanisms} />
                {row.sdgTargets.toSorted(compareSdgCodes).map((code) => (
                  <p key={code} dir="auto">
                    {words.t('strategy:sdg.named', { code, title: words.titleOfTarget(code).words })}
                  </p>
                ))}
              </td>
            </>
          )}
          <ActionCells action={action} words={words} />
          {line === 0 && (
            <td {...span}>
              {row.risks.map((risk) => (
                <div key={risk.id} className={styles['risk']}>
                  <Blocks blocks={risk.risk} />
                  <Response blocks={risk.response} label={words.t('takehome:doc.response')} />
                </div>
              ))}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Recommendation({ entry, withGroups, words }: { entry: ContentRow; withGroups: boolean; words: Words }) {
  const { t, format, language, nameOfState } = words;
  const { recommendation, group, row } = entry;
  const named = withGroups && (
    <p className={styles['mark']} dir="auto">
      {group.name}
    </p>
  );
  if (!recommendation) {
    return (
      <>
        {named}
        <p className={styles['soft']}>
          {t(row.recommendation === null ? 'strategy:row.without' : 'strategy:row.gone')}
        </p>
      </>
    );
  }
  const { words: text, language: of } = wordsIn(recommendation.text, language);
  return (
    <>
      {named}
      <p lang={of} dir="auto">
        {text}
      </p>
      <p dir="auto">
        <b>{format.list(recommendation.states.map(nameOfState))}</b>
      </p>
      <p className={styles['soft']}>{t(`frame:position.${recommendation.position}`)}</p>
    </>
  );
}

function ActionCells({ action, words }: { action: ActionPart | null; words: Words }) {
  const cell = (blocks: Block[] | undefined, more?: ReactNode) => (
    <td>
      <Blocks blocks={blocks ?? []} />
      {more}
    </td>
  );
  return (
    <>
      {cell(
        action?.text,
        action?.contribution && <p className={styles['mark']}>{words.t('takehome:doc.contribution')}</p>,
      )}
      {cell(action?.indicator)}
      {cell(action?.resources)}
      {cell(action?.partners)}
      <td dir="auto">{action && timeframeWords(action.timeframe, words.language, words.strategyT)}</td>
    </>
  );
}

function Response({ blocks, label }: { blocks: Block[]; label: string }) {
  if (blocks.length === 0) return null;
  return (
    <>
      <p className={styles['soft']}>{label}:</p>
      <Blocks blocks={blocks} />
    </>
  );
}
