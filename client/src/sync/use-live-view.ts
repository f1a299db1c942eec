import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import type { Standings } from '@board/shared/vote-parts';
import { useEffect, useSyncExternalStore } from 'react';
import { liveAddress } from './addresses.ts';
import { LiveConnection, type LiveStatus, webSocketTo } from './live.ts';
import { whenReachable } from './reachable.ts';
import { SharedByKey } from './shared-by-key.ts';

/** The one live connection per workshop on this page. */
export const liveConnections = new SharedByKey<WorkshopId, { live: LiveConnection; close: () => void }>(
  (workshop) => {
    const live = new LiveConnection({ open: webSocketTo(liveAddress(workshop)) });
    const stopWatching = whenReachable({ back: () => live.retryNow(), gone: () => live.drop() });
    const close = (): void => {
      stopWatching();
      live.stop();
    };
    return { live, close };
  },
  ({ close }) => close(),
);

/** The live view of a workshop, kept current while the component is there. `view` is null until the first answer. */
export function useLiveView(workshop: WorkshopId): {
  status: LiveStatus;
  view: LiveView | null;
  /** Votes in which the person of this page does not vote, and why. */
  standing: Standings;
  /** How many attempts in a row have brought nothing. */
  failures: number;
  /** The time on the server, in milliseconds since 1970. */
  serverNow: () => number;
} {
  const { live } = liveConnections.get(workshop);
  useEffect(() => liveConnections.hold(workshop), [workshop]);
  const { status, view, standing, failures } = useSyncExternalStore(live.subscribe, live.getSnapshot);
  return { status, view, standing, failures, serverNow: live.serverNow };
}
