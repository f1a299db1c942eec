import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { getMe } from '../api/commands.ts';
import type { Refusal } from '../api/request.ts';
import { withRightsNow } from './rights.ts';
import { SharedByKey } from './shared-by-key.ts';
import { liveConnections } from './use-live-view.ts';

/** What is known of the person behind this page. */
export type MeState =
  | { state: 'loading' }
  | { state: 'known'; me: Me }
  /** `not-joined`: nobody yet. `offline`: it is asked again when the connection is back. */
  | { state: 'refused'; refusal: Refusal };

/** Who sits here, asked once per page and again when it may have changed. */
class MeStore {
  #state: MeState = { state: 'loading' };
  #listeners = new Set<() => void>();
  #asked = 0;
  readonly #workshop: WorkshopId;

  constructor(workshop: WorkshopId) {
    this.#workshop = workshop;
    this.refresh();
  }

  getSnapshot = (): MeState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes over an answer that came with a command. */
  set = (me: Me): void => {
    this.#asked += 1;
    this.#publish({ state: 'known', me });
  };

  /** Asks the server. A known person stays known when nobody answers. */
  refresh = async (): Promise<void> => {
    const asked = ++this.#asked;
    const answer = await getMe(this.#workshop);
    if (asked !== this.#asked) return;
    if (answer.ok) this.#publish({ state: 'known', me: answer.value });
    else if (this.#state.state !== 'known' || answer.problem.code !== 'offline')
      this.#publish({ state: 'refused', refusal: answer.problem });
  };

  #publish(state: MeState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The one store per workshop; also asked by documents whose rights have changed. */
export const meStores = new SharedByKey<WorkshopId, MeStore>(
  (workshop) => new MeStore(workshop),
  () => {},
);

/**
 * The person behind this page. What they may do follows the live view at once; who they are is asked again when a
 * connection was lost, when their group changed in number, or when a document says that rights have changed.
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
