import type { StrategyRow } from '@board/shared/model/strategy';
import { keyNow } from '@board/shared/model/strategy-twins';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { formerRow } from '../sync/follow-models.ts';
import type { Offer } from '../sync/kept-offers.ts';
import type { Offers } from '../sync/offers.ts';
import { cellName } from './comments/place-names.ts';
import { giveBack, rowIn } from './give-back.ts';
import styles from './lost-row.module.css';
import { OfferBanners } from './offer-banners.tsx';
import { rowName } from './row-names.ts';
import { useTable } from './table-context.ts';
import { rowOfKey } from './table-model.ts';

interface Props {
  offers: Offers;
  rows: readonly StrategyRow[];
  /** Somebody else tells of this row already. */
  except: StrategyRow | null;
}

/** Offers back words that went with something that was removed or made anew before they can have been read. While the table is closed they can be copied. */
export function LostWordsBanner({ offers, rows, except }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, mayWrite } = useTable();
  const nameOf = useNameOf(doc, rows);
  return (
    <OfferBanners
      {...{ offers, undo, mayWrite }}
      isOffered={({ isOthers, place }) => isOthers || !(except && isIn(except, place))}
      putBack={(lost) => giveBack(doc, lost, origin)}
      said={{ own: t('lost.areBack'), others: t('lost.theirsAreBack') }}
      asText={(lost) => lost.map((one) => `${nameOf(one)}\n${one.words}`).join('\n\n')}
      draw={(lost) => (
        <dl>
          {lost.map((one) => (
            <div key={`${one.place} ${one.words}`}>
              <dt>{nameOf(one)}</dt>
              <dd className={styles['lost']} dir="auto">
                {one.words}
              </dd>
            </div>
          ))}
        </dl>
      )}
    />
  );
}

/** Forgets what this person lost in a row that is put back, or left removed, as a whole. */
export function forgetRow(offers: Offers, row: StrategyRow): void {
  offers.forget(offers.getSnapshot().filter(({ place, isOthers }) => !isOthers && isIn(row, place)));
}

function isIn(row: StrategyRow, place: string): boolean {
  return (row.joined ?? [row]).some(({ id }) => id === rowIn(place));
}

/** A place in words: the cell and its row, also of one that is gone. */
function useNameOf(doc: Y.Doc, rows: readonly StrategyRow[]): (offer: Offer) => string {
  const { t } = useTranslation('strategy');
  const { catalogue } = useTable();
  return ({ place, row: before }) => {
    const [, home = '', ...path] = place.split('/').filter((name) => name !== 'actions' && name !== 'risks');
    const key = keyNow(doc, [home, ...path].join('.'));
    const id = rowOfKey(key);
    const at = rows.findIndex((one) => one.id === id);
    const row = rows[at] ?? formerRow(doc, id) ?? before;
    if (!row) return t('place.unknownRow', { ns: 'comments' });
    const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
    const cell = cellName(row, key, t);
    const name = rowName(row, recommendation, at + 1, t);
    return cell === null ? name : t('cell.in', { cell, row: name });
  };
}
