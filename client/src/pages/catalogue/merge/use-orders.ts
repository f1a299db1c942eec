import { type CarriedOut, followOrders } from '@board/shared/model/catalogue-changes';
import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/** The latest change of the catalogue that a person has made and can take back; null when there is none. */
export function useLastOrder(doc: Y.Doc, person: string): CarriedOut | null {
  const followed = useMemo(() => followOrders(doc), [doc]);
  const orders = useSyncExternalStore(followed.subscribe, followed.read);
  return orders.find(({ by }) => by === person) ?? null;
}
