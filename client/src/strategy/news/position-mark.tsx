import type { Recommendation } from '@board/shared/model/catalogue';
import { positionNews, seePositions } from '@board/shared/model/position-news';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';
import { useTable } from '../table-context.ts';
import styles from './news.module.css';
import { useSeesForGroup } from './news-context.ts';

interface Props {
  row: StrategyRow;
  recommendation: Recommendation | undefined;
  /** The row's name, for what is spoken. */
  name: string;
  /** In the grid Tab comes to the cell and not to what is in it. */
  inGrid?: boolean;
}

/** "was pending, now noted", until somebody of the group has seen it. Nothing in all other rows. */
export function PositionMark(props: Props) {
  const news = positionNews(props.row, props.recommendation);
  return news && <Mark {...props} {...news} />;
}

function Mark({ row, name, inGrid, was, now }: Props & NonNullable<ReturnType<typeof positionNews>>) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const { t: word } = useTranslation();
  const { doc } = useTable();
  const mayMark = useSeesForGroup();
  if (!ready) return null;
  return (
    <p className={styles['mark']}>
      <span>{t('news.changed', { was: word(`position.${was}`), now: word(`position.${now}`) })}</span>
      {mayMark && (
        <button
          type="button"
          tabIndex={inGrid ? -1 : undefined}
          className={buttonClass({ kind: 'plain', size: 'small' })}
          aria-label={t('news.seenOf', { row: name })}
          onClick={(event) => {
            // The button goes: the focus stays in its cell.
            event.currentTarget.closest<HTMLElement>('[data-cell]')?.focus();
            seePositions(doc, [[row.id, now]]);
          }}
        >
          {t('news.seen')}
        </button>
      )}
    </p>
  );
}
