import { wanted } from '@board/shared/model/completeness';
import type { Progress } from '@board/shared/model/progress';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import styles from './wall.module.css';

/** Where something is done: the word with its tick. */
export function Done({ children }: { children: string }) {
  return (
    <strong className={styles['done']}>
      <Icon name="check" />
      {children}
    </strong>
  );
}

/** Lines that all of a tile's figures take, each gap on its own line. */
const allLines = 5;

/** Where a group stands in counts: what it has, and what its two priorities and two contributions lack. Where there is room for fewer lines, what says most stays. */
export function Counts({ progress, lines }: { progress: Progress; lines: number }) {
  const { t } = useTranslation(['plenary', 'screen']);
  const { rows, actions, priorities, contributions, withoutIndicator, withoutTimeframe, ready } = progress;
  const gaps = withoutIndicator + withoutTimeframe;
  const wholes = [
    {
      name: 'priorities',
      words: t('tile.priorities', { done: priorities, wanted: wanted.priorities }),
      isMissing: priorities < wanted.priorities,
    },
    {
      name: 'contributions',
      words: t('tile.contributions', { done: contributions, wanted: wanted.contributions }),
      isMissing: contributions < wanted.contributions,
    },
  ];
  const isWhole = lines >= allLines;
  return (
    <div className={styles['counts']}>
      <p>
        {ready && <Done>{t('tile.ready')}</Done>}
        {lines > 1 && `${t('tile.rows', { count: rows })} · `}
        {t('tile.actions', { count: actions })}
        {!isWhole && gaps > 0 && ` · ${t('tile.gaps', { count: gaps })}`}
      </p>
      {lines === 2 && <p>{wholes.map(({ words }) => words).join(' · ')}</p>}
      {lines > 2 &&
        wholes.map(({ name, words, isMissing }) => (
          <p key={name} data-missing={isMissing || undefined}>
            {words}
          </p>
        ))}
      {isWhole && withoutIndicator > 0 && (
        <p data-missing>{t('screen:tile.noIndicator', { count: withoutIndicator })}</p>
      )}
      {isWhole && withoutTimeframe > 0 && (
        <p data-missing>{t('screen:tile.noTimeframe', { count: withoutTimeframe })}</p>
      )}
    </div>
  );
}
