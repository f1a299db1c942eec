import type { Recommendation } from '@board/shared/model/catalogue';
import { positionNews, seePositions } from '@board/shared/model/position-news';
import type { StrategyRow } from '@board/shared/model/strategy';
import { seeTexts, textNews } from '@board/shared/model/text-news';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { goToRow } from '../wanted-row.ts';
import styles from './news.module.css';
import { useNews } from './news-context.ts';

interface Props {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  catalogue: Catalogue | null;
}

/** Numbers that are named; a press leads to each. */
const mostNamed = 12;

/** One line above the table while the State's position on some of its rows has changed and nobody of the group has said to have seen it, and one for words that have changed. */
export function NewsLine({ doc, rows, catalogue }: Props) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const known = rows.flatMap((row) => {
    const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
    return recommendation ? [{ row, recommendation }] : [];
  });
  const positions = known.flatMap((one) => {
    const news = positionNews(one.row, one.recommendation);
    return news ? [{ ...one, now: news.now }] : [];
  });
  const texts = known.flatMap((one) => {
    const news = textNews(one.row, one.recommendation);
    return news.length > 0 ? [{ ...one, news }] : [];
  });
  if (!ready) return null;
  return (
    <>
      <Line
        {...{ doc }}
        changed={positions}
        title={t('news.some', { count: positions.length })}
        seen={t('news.allSeen')}
        onSeen={() => seePositions(doc, new Map(positions.map(({ row, now }) => [row.id, now])))}
      />
      <Line
        {...{ doc }}
        changed={texts}
        title={t('news.someWording', { count: texts.length })}
        seen={t('news.allWordingSeen')}
        onSeen={() => seeTexts(doc, new Map(texts.map(({ row, news }) => [row.id, news])))}
      />
    </>
  );
}

interface LineProps {
  doc: Y.Doc;
  changed: readonly { row: StrategyRow; recommendation: Recommendation }[];
  title: string;
  seen: string;
  onSeen: () => void;
}

function Line({ doc, changed, title, seen, onSeen }: LineProps) {
  const { mayMark } = useNews();
  if (changed.length === 0) return null;
  return (
    <div className={styles['line']} role="status">
      <span>{title}</span>
      <span className={styles['numbers']}>
        {changed.slice(0, mostNamed).map(({ row, recommendation }) => (
          <Button key={row.id} kind="plain" size="small" onPress={() => goToRow(doc, row.id)}>
            {recommendation.number}
          </Button>
        ))}
        {changed.length > mostNamed && '…'}
      </span>
      {mayMark && (
        <Button size="small" onPress={onSeen}>
          {seen}
        </Button>
      )}
    </div>
  );
}
