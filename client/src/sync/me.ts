import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { getMe } from '../api/commands.ts';
import { type MeState, MeStore } from './me-store.ts';
import { withRightsNow } from './rights.ts';
import { SharedByKey } from './shared-by-key.ts';
import { liveConnections } from './use-live-view.ts';

/** The one store per workshop; also asked by documents whose rights have changed. */
export const meStores = new SharedByKey<WorkshopId, MeStore>(
  (workshop) => new MeStore(() => getMe(workshop)),
  (store) => store.stop(),
);

/**
 * The person behind this page. What they may do follows the live view at once; who they are is asked again when a
 * connection was lost, when their group changed in number, or when a document says that rights have changed; and at once
 * when the live view is there while an answer is still missing.
 */
export function useMe(workshop: WorkshopId): MeState & { refresh: () => Promise<void>; set: (me: Me) => void } {
  const store = meStores.get(workshop);
  const { live } = liveConnections.get(workshop);
  const state = useSyncExternalStore(store.subscribe, store.getSnapshot);
  const { view, openings } = useSyncExternalStore(live.subscribe, live.getSnapshot);
  useEffect(() => {
    const releaseStore = meStores.hold(workshop);
    const releaseLive = liveConnections.hold(workshop);
    return () => {
      releaseStore();
      releaseLive();
    };
  }, [workshop]);
  const groupId = state.state === 'known' ? state.me.groupId : null;
  const members = groupId === null ? 0 : (view?.groups[groupId]?.members ?? 0);
  const sign = `${openings}.${groupId ?? ''}.${members}`;
  useAgainWhenChanged(sign, view !== null && state.state !== 'loading', store.refresh);
  useEffect(() => {
    if (openings > 0) store.retryNow();
  }, [openings, store]);
  return useMemo(() => {
    const current: MeState = state.state === 'known' ? { ...state, me: withRightsNow(state.me, view) } : state;
    return { ...current, refresh: store.refresh, set: store.set };
  }, [state, view, store]);
}

/** Runs something when a sign is no longer the one first seen. */
function useAgainWhenChanged(sign: string, isReady: boolean, run: () => void): void {
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (!isReady) return;
    if (seen.current !== null && seen.current !== sign) run();
    seen.current = sign;
  }, [sign, isReady, run]);
}
