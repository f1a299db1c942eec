import { positionNews, seePositions } from '@board/shared/model/position-news';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { goToRow } from '../wanted-row.ts';
import styles from './news.module.css';
import { useSeesForGroup } from './news-context.ts';

interface Props {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
}

/** Numbers that are named; a press leads to each. */
const mostNamed = 12;

/** One line above the table while the State's position on some of its rows has changed and nobody of the group has said to have seen it. */
export function NewsLine({ doc, rows, catalogue }: Props) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const mayMark = useSeesForGroup();
  const changed = rows.flatMap((row) => {
    const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
    const news = positionNews(row, recommendation);
    return news && recommendation ? [{ row, number: recommendation.number, now: news.now }] : [];
  });
  if (!ready || changed.length === 0) return null;
  return (
    <div className={styles['line']} role="status">
      <span>{t('news.some', { count: changed.length })}</span>
      <span className={styles['numbers']}>
        {changed.slice(0, mostNamed).map(({ row, number }) => (
          <Button key={row.id} kind="plain" size="small" onPress={() => goToRow(doc, row.id)}>
            {number}
          </Button>
        ))}
        {changed.length > mostNamed && '…'}
      </span>
      {mayMark && (
        <Button
          size="small"
          onPress={() =>
            seePositions(
              doc,
              changed.map(({ row, now }) => [row.id, now] as const),
            )
          }
        >
          {t('news.allSeen')}
        </Button>
      )}
    </div>
  );
}
