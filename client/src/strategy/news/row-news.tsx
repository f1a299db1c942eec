import type { Recommendation } from '@board/shared/model/catalogue';
import { positionNews, seePositions } from '@board/shared/model/position-news';
import type { StrategyRow } from '@board/shared/model/strategy';
import { seeTexts, type TextNews, textNews } from '@board/shared/model/text-news';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';
import { useTable } from '../table-context.ts';
import styles from './news.module.css';
import { useNews } from './news-context.ts';

interface Props {
  row: StrategyRow;
  recommendation: Recommendation | undefined;
  /** The row's name, for what is spoken. */
  name: string;
  /** In the grid Tab comes to the cell and not to what is in it. */
  inGrid?: boolean;
}

/** That the position or the words of the row's recommendation have changed, until somebody of the group has seen it. Nothing in all other rows. */
export function RowNews(props: Props) {
  const position = positionNews(props.row, props.recommendation);
  const texts = textNews(props.row, props.recommendation);
  return (
    <>
      {position && <PositionMark {...props} {...position} />}
      {texts.length > 0 && <WordingMark {...props} texts={texts} />}
    </>
  );
}

function PositionMark({ row, name, inGrid, was, now }: Props & NonNullable<ReturnType<typeof positionNews>>) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const { t: word } = useTranslation();
  const { doc } = useTable();
  const { mayMark } = useNews();
  if (!ready) return null;
  return (
    <p className={styles['mark']}>
      <span>{t('news.changed', { was: word(`position.${was}`), now: word(`position.${now}`) })}</span>
      {mayMark && (
        <MarkButton
          {...{ inGrid }}
          label={t('news.seen')}
          spoken={t('news.seenOf', { row: name })}
          onPress={(event) => {
            keepFocus(event);
            seePositions(doc, [[row.id, now]]);
          }}
        />
      )}
    </p>
  );
}

function WordingMark({ row, name, inGrid, texts }: Props & { texts: readonly TextNews[] }) {
  const { t, ready } = useTranslation('merge', { useSuspense: false });
  const { doc } = useTable();
  const { mayMark, showWording } = useNews();
  if (!ready) return null;
  return (
    <p className={styles['mark']}>
      <span>{t('news.wording')}</span>
      {showWording && (
        <MarkButton
          {...{ inGrid }}
          label={t('news.show')}
          spoken={t('news.showOf', { row: name })}
          onPress={() => showWording(row.id)}
        />
      )}
      {mayMark && (
        <MarkButton
          {...{ inGrid }}
          label={t('news.seen')}
          spoken={t('news.wordingSeenOf', { row: name })}
          onPress={(event) => {
            keepFocus(event);
            seeTexts(doc, [[row.id, texts]]);
          }}
        />
      )}
    </p>
  );
}

interface MarkButtonProps {
  inGrid: boolean | undefined;
  label: string;
  spoken: string;
  onPress: (event: MouseEvent<HTMLElement>) => void;
}

function MarkButton({ inGrid, label, spoken, onPress }: MarkButtonProps) {
  return (
    <button
      type="button"
      tabIndex={inGrid ? -1 : undefined}
      className={buttonClass({ kind: 'plain', size: 'small' })}
      aria-label={spoken}
      onClick={onPress}
    >
      {label}
    </button>
  );
}

/** The button goes: the focus stays in its cell. */
function keepFocus({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[data-cell]')?.focus();
}
