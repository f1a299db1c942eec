import type { CharterItemView, LiveView } from '@board/shared/live-view';
import { type CSSProperties, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { shownAmendment } from '../../charter/amendments.ts';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { languageOfScript } from '../../vote/wording.tsx';
import { AmendmentScene } from './amendment-scene.tsx';
import styles from './charter-scene.module.css';
import { fitTexts, leadingFor, linesIn, sheetHeight } from './fit.ts';
import { useLastWorded } from './last-worded.ts';
import { SceneFrame } from './scene-frame.tsx';

export interface CharterSceneProps {
  view: LiveView;
  /** The wording is being worked on: then the words that changed last stand large above the list. */
  isWording: boolean;
  page: number;
  onPages: (pages: number) => void;
}

/** Height kept free for the words that are being worked on, in hundredths of the screen's height. */
const bandHeight = 26;

/** All items of the charter with their standing; a page holds as many as can be read. When the hall looks at an amendment it has the screen. */
export function CharterScene(props: CharterSceneProps) {
  const shown = shownAmendment(props.view);
  return shown ? <AmendmentScene shown={shown} onPages={props.onPages} /> : <ItemsScene {...props} />;
}

function ItemsScene({ view, isWording, page, onPages }: CharterSceneProps) {
  const { t, i18n } = useTranslation('plenary');
  const { items } = view.charter;
  const height = sheetHeight - 0.5 - (isWording ? bandHeight : 0);
  const fit = fitTexts(
    items.map(({ text }) => text),
    height,
    i18n.language,
  );
  const pages = Math.max(1, Math.ceil(items.length / fit.perPage));
  useEffect(() => onPages(pages), [onPages, pages]);
  const first = Math.min(page, pages - 1) * fit.perPage;
  const done = items.filter((item) => item.status === 'adopted').length;
  const list = {
    '--columns': fit.columns,
    '--rows': fit.rows,
    '--size': fit.size,
  };
  const lettersOf = (text: string) => {
    const leading = leadingFor(i18n.language, text);
    return { '--line': leading, '--lines': linesIn(fit, height, leading) } as CSSProperties;
  };
  return (
    <SceneFrame
      title={t('charter.title')}
      aside={items.length > 0 && t('charter.count', { done, count: items.length })}
    >
      <div className={styles['charter']} data-wording={isWording || undefined}>
        {isWording && <Band view={view} />}
        {items.length === 0 && <p className={styles['soft']}>{t('charter.empty')}</p>}
        <ol
          className={styles['items']}
          style={list as CSSProperties}
          data-plain={items.every(({ groupId }) => groupId === null) || undefined}
        >
          {items.slice(first, first + fit.perPage).map((item, place) => (
            <Item
              key={item.id}
              item={item}
              number={first + place + 1}
              view={view}
              letters={lettersOf(item.text)}
              hasRoom={fit.lines > 1}
            />
          ))}
        </ol>
      </div>
    </SceneFrame>
  );
}

interface ItemProps {
  item: CharterItemView;
  number: number;
  view: LiveView;
  /** The height of its lines, and how many there are. */
  letters: CSSProperties;
  /** More than one line. */
  hasRoom: boolean;
}

function Item({ item, number, view, letters, hasRoom }: ItemProps) {
  const { t } = useTranslation('plenary');
  const format = useFormat();
  const group = item.groupId === null ? undefined : view.groups[item.groupId];
  return (
    <li className={styles['item']} style={letters}>
      <span className={styles['number']}>{format.number(number)}</span>
      <span className={styles['mark']}>
        {group && <GroupMark name={group.name} place={group.place} size="large" />}
      </span>
      <p className={styles['text']} dir="auto" lang={languageOfScript(item.text)}>
        {item.text}
      </p>
      <span className={styles['status']} data-status={item.status}>
        {item.status !== 'draft' && t(`status.${item.status}`)}
        {hasRoom && view.reworded[item.id] && <span className={styles['since']}>{t('charter.since')}</span>}
      </span>
    </li>
  );
}

/** The words that changed last, large, in a place of their own: letters arrive here without moving the list. */
function Band({ view }: { view: LiveView }) {
  const { t } = useTranslation('plenary');
  const worded = useLastWorded(view.charter);
  const { text } = worded;
  return (
    <section className={styles['band']}>
      <p className={styles['soft']}>
        {'number' in worded ? t('charter.item', { number: worded.number }) : t(`charter.${worded.part}`)}
      </p>
      <p className={styles['words']} dir="auto" lang={languageOfScript(text)}>
        {text}
      </p>
    </section>
  );
}
