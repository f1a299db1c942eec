import type { RowId } from '@board/shared/ids';
import type { StrategyRow } from '@board/shared/model/strategy';
import { putBack } from '@board/shared/model/strategy-put-back';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import { type LostWords, type LostWordsWatch, livingFragment } from '../sync/lost-words.ts';
import { removedText } from '../sync/removed-texts.ts';
import { announce } from '../ui/announcements.ts';
import { cellName } from './comments/place-names.ts';
import { LostBanner } from './lost-banner.tsx';
import styles from './lost-row.module.css';
import { rowName } from './row-names.ts';
import { useTable } from './table-context.ts';

interface Props {
  watch: LostWordsWatch;
  rows: readonly StrategyRow[];
  /** Somebody else tells of this row already. */
  except: RowId | null;
}

/** Offers back words that went with something that others removed or made anew before they can have read them. */
export function LostWordsBanner({ watch, rows, except }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo } = useTable();
  const all = useSyncExternalStore(watch.subscribe, watch.getSnapshot);
  const lost = all.filter(({ place }) => place.startsWith('rows/') && rowIn(place) !== except);
  const nameOf = useNameOf(doc, rows);
  if (lost.length === 0) return null;
  const back = (): void => {
    undo?.stopCapturing();
    doc.transact(() => giveBack(doc, lost, origin), origin);
    undo?.stopCapturing();
    watch.forget(lost);
    announce(t('lost.areBack'));
  };
  return (
    <LostBanner
      title={t('lost.wordsTitle')}
      back={t('lost.putWordsBack')}
      leave={t('lost.leaveOut')}
      onBack={back}
      onLeave={() => watch.forget(lost)}
    >
      <dl>
        {lost.map(({ place, words }) => (
          <div key={`${place} ${words}`}>
            <dt>{nameOf(place)}</dt>
            <dd className={styles['lost']} dir="auto">
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </LostBanner>
  );
}

/** Forgets what was lost in a row that is put back, or left removed, as a whole. */
export function forgetRow(watch: LostWordsWatch, row: RowId): void {
  watch.forget(watch.getSnapshot().filter(({ place }) => rowIn(place) === row));
}

/** Behind what stands in a cell that is there; what is gone is put back as a whole, once, and has the words in it. */
function giveBack(doc: Y.Doc, lost: readonly LostWords[], origin: unknown): void {
  const found = lost.map((one) => ({ ...one, fragment: livingFragment(doc, one.place) }));
  for (const { words, fragment } of found) {
    const paragraphs = words.split('\n').map((line) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      return paragraph;
    });
    fragment?.insert(fragment.length, paragraphs);
  }
  for (const id of new Set(found.filter(({ fragment }) => !fragment).map(({ place }) => rowIn(place)))) {
    const row = formerRow(doc, id);
    if (row) putBack(doc, row, origin, (key) => removedText(doc, key));
  }
}

function rowIn(place: string): RowId {
  return place.split('/')[1] as RowId;
}

/** A place in words: the cell and its row, also of one that is gone. */
function useNameOf(doc: Y.Doc, rows: readonly StrategyRow[]): (place: string) => string {
  const { t } = useTranslation('strategy');
  const { catalogue } = useTable();
  return (place) => {
    const id = rowIn(place);
    const at = rows.findIndex((one) => one.id === id);
    const row = rows[at] ?? formerRow(doc, id);
    if (!row) return '';
    const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
    const [, ...path] = place.split('/').filter((name) => name !== 'actions' && name !== 'risks');
    const cell = cellName(row, path.join('.'), t);
    const name = rowName(row, recommendation, at + 1, t);
    return cell === null ? name : t('cell.in', { cell, row: name });
  };
}
