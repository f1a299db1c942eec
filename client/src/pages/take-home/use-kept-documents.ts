import { type DocumentName, groupDocument } from '@board/shared/ids';
import { useEffect } from 'react';
import { mayNow } from '../../sync/rights.ts';
import { holdDocument } from '../../sync/use-document.ts';
import { documentsFor, type Wanted } from './gather.ts';

/** Documents that one page keeps at hand: fewer than the sockets that a person may have, since other pages need some too. */
const mostKept = 24;

/**
 * Keeps open, while somebody is on the page, what they will most likely take home, so that it is on this device when the
 * server goes away: all that facilitators may read; for others the charter, the catalogue and their own group's strategy.
 */
export function useKeptDocuments({ workshopId, view, me }: Pick<Wanted, 'workshopId' | 'view' | 'me'>): void {
  const all = documentsFor({ what: 'everything', takeUp: false }, { view, me });
  const own = me.groupId && groupDocument(me.groupId);
  const names = all
    .filter((name) => me.role === 'facilitator' || !name.startsWith('group/') || name === own)
    .filter((name) => mayNow(me, { do: 'read', document: name }, view).allowed)
    .slice(0, mostKept)
    .join(' ');
  useEffect(() => {
    const held = (names === '' ? [] : (names.split(' ') as DocumentName[])).map((name) =>
      holdDocument(workshopId, name),
    );
    return () => {
      for (const { release } of held) release();
    };
  }, [workshopId, names]);
}
