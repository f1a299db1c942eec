import type { AdoptionRecord } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { languageOfScript, Wording } from '../../vote/wording.tsx';
import styles from './adopted-scene.module.css';
import { fitAdopted } from './fit.ts';
import { PagedText } from './paged-text.tsx';
import { SceneFrame } from './scene-frame.tsx';

export interface AdoptedSceneProps {
  record: AdoptionRecord;
  /** The workshop's. */
  title: string;
  page: number;
  onPages: (pages: number) => void;
}

/** The adopted charter, to be read aloud page by page. */
export function AdoptedScene({ record, title, page, onPages }: AdoptedSceneProps) {
  const { t } = useTranslation('plenary');
  const format = useFormat();
  const { preamble, items, closing } = record;
  const length = [title, preamble, closing, ...items.map(({ text }) => text)].join('').length;
  const { columns, size } = fitAdopted(length);
  return (
    <SceneFrame title={t('charter.adopted')} aside={t('charter.adoptedAt', { date: format.date(record.adoptedAt) })}>
      <div className={styles['adopted']} style={{ fontSize: `calc(${size} * var(--u))` }}>
        <PagedText page={page} onPages={onPages} columns={columns}>
          <p className={styles['title']} dir="auto">
            {title}
          </p>
          {record.preamble !== '' && (
            <div className={styles['part']}>
              <Wording text={record.preamble} />
            </div>
          )}
          <ol className={styles['items']}>
            {numbered(record.items).map(({ number, text, groupName }) => (
              <li key={number}>
                <span className={styles['number']}>{format.number(number)}</span>
                <div>
                  <p dir="auto" lang={languageOfScript(text)}>
                    {text}
                  </p>
                  {groupName !== '' && <p className={styles['group']}>{groupName}</p>}
                </div>
              </li>
            ))}
          </ol>
          {record.closing !== '' && (
            <div className={styles['part']}>
              <Wording text={record.closing} />
            </div>
          )}
        </PagedText>
      </div>
    </SceneFrame>
  );
}

function numbered<Item extends object>(items: readonly Item[]): (Item & { number: number })[] {
  return items.map((item, place) => ({ ...item, number: place + 1 }));
}
