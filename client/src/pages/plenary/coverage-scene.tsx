import type { LiveView } from '@board/shared/live-view';
import type { CoverageView, Share } from '@board/shared/screen-view';
import { positionsOfState } from '@board/shared/upr/positions';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { useSdgWords } from '../../strategy/pickers/sdg-words.ts';
import styles from './coverage-scene.module.css';
import { SceneFrame } from './scene-frame.tsx';

/** How far the groups' strategies cover the catalogue: in all, by position, by theme and by goal. The order depends on the catalogue only. */
export function CoverageScene({ view }: { view: LiveView }) {
  const { t } = useTranslation('screen');
  const { coverage } = view;
  const aside = coverage.closedGroups > 0 && t('coverage.closed', { count: coverage.closedGroups });
  return (
    <SceneFrame title={t('coverage.title')} aside={aside}>
      {coverage.total === 0 ? (
        <p className={styles['none']}>{t('coverage.empty')}</p>
      ) : (
        <div className={styles['coverage']} data-themes={coverage.themes.length > 0 || undefined}>
          <Totals coverage={coverage} />
          {coverage.themes.length > 0 && <Themes coverage={coverage} />}
          <Goals goals={coverage.goals} />
        </div>
      )}
    </SceneFrame>
  );
}

/** The places of `byGroups`. */
const steps = ['none', 'one', 'two', 'more'] as const;

function Totals({ coverage }: { coverage: CoverageView }) {
  const { t } = useTranslation(['screen', 'frame']);
  const format = useFormat();
  const { byGroups, positions, taken, total } = coverage;
  return (
    <section className={styles['part']}>
      <p className={styles['taken']}>
        <strong>{format.number(taken)}</strong> {t('coverage.ofTotal', { count: total })}
      </p>
      <div className={styles['list']}>
        <h2 className={styles['head']}>{t('coverage.byGroups')}</h2>
        {keyed(byGroups).map(({ place, value }) => (
          <Line
            key={place}
            words={t(`coverage.steps.${steps[place] ?? 'more'}`)}
            figure={format.number(value)}
            part={value / total}
          />
        ))}
      </div>
      <div className={styles['list']}>
        <h2 className={styles['head']}>{t('coverage.byPosition')}</h2>
        {positionsOfState
          .filter((position) => positions[position].total > 0)
          .map((position) => (
            <ShareLine key={position} words={t(`frame:position.${position}`)} share={positions[position]} />
          ))}
      </div>
    </section>
  );
}

function Themes({ coverage: { themes, themeCount } }: { coverage: CoverageView }) {
  const { t } = useTranslation('screen');
  const isWhole = themeCount === themes.length;
  return (
    <section className={styles['part']} data-whole>
      <div className={styles['list']}>
        <h2 className={styles['head']}>
          {isWhole ? t('coverage.byTheme') : t('coverage.byThemeOf', { shown: themes.length, all: themeCount })}
        </h2>
        {themes.map((theme) => (
          <ShareLine key={theme.name} words={theme.name} share={theme} />
        ))}
      </div>
    </section>
  );
}

/** The 17 goals, each with a dot for every group that works towards it. */
function Goals({ goals }: { goals: readonly number[] }) {
  const { t, i18n } = useTranslation('screen');
  const format = useFormat();
  const words = useSdgWords(i18n.language);
  return (
    <section className={styles['part']} data-whole>
      <div className={styles['list']}>
        <h2 className={styles['head']}>{t('coverage.byGoal')}</h2>
        <ol className={styles['goals']}>
          {keyed(goals).map(({ place, value }) => (
            <li key={place} data-covered={value > 0 || undefined}>
              <span className={styles['number']}>{format.number(place + 1)}</span>
              <span className={styles['name']} dir="auto">
                {words?.nameOf(String(place + 1)).words}
              </span>
              <span className={styles['dots']} role="img" aria-label={t('coverage.groups', { count: value })}>
                {keyed(Array<null>(Math.min(value, mostDots)).fill(null)).map((dot) => (
                  <span key={dot.place} />
                ))}
                {value > mostDots && <span className={styles['more']}>{format.number(value)}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** More dots than this are not counted by looking: a figure stands behind them. */
const mostDots = 8;

function ShareLine({ words, share }: { words: string; share: Share }) {
  const { t } = useTranslation();
  return (
    <Line
      words={words}
      figure={t('words.of', { done: share.taken, wanted: share.total })}
      part={share.taken / Math.max(1, share.total)}
    />
  );
}

/** Words and their figure, and below them how large a part that is. */
function Line({ words, figure, part }: { words: string; figure: string; part: number }) {
  return (
    <div className={styles['line']}>
      <span className={styles['name']} dir="auto">
        {words}
      </span>
      <span className={styles['figure']}>{figure}</span>
      <span className={styles['bar']} aria-hidden="true">
        <span style={{ inlineSize: `${100 * part}%` }} />
      </span>
    </div>
  );
}

/** A list whose places have meaning, with keys. */
function keyed<Value>(list: readonly Value[]): { place: number; value: Value }[] {
  return list.map((value, place) => ({ place, value }));
}
