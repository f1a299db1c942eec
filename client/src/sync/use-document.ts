import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { useEffect, useSyncExternalStore } from 'react';
import { DocumentSession, type OpenDocument, type RightsHere } from './document-session.ts';
import { guardAgainstLeaving } from './leave-guard.ts';
import { meStores } from './me.ts';
import { whenReachable } from './reachable.ts';
import { mayNow } from './rights.ts';
import { SharedByKey } from './shared-by-key.ts';
import { liveConnections } from './use-live-view.ts';

interface Opened {
  session: DocumentSession;
  close: () => void;
}

/** The one session per document on this page, by `<workshop>/<document>`. */
const sessions = new SharedByKey<`${WorkshopId}/${DocumentName}`, Opened>(
  (key) => {
    const at = key.indexOf('/');
    const workshop = key.slice(0, at) as WorkshopId;
    const releases = [liveConnections.hold(workshop), meStores.hold(workshop)];
    const { live } = liveConnections.get(workshop);
    const document = key.slice(at + 1) as DocumentName;
    const session = new DocumentSession({ workshop, document, live, rights: rightsHere(workshop, document) });
    const stopWatching = whenReachable({ back: session.retryNow, gone: session.drop });
    const stopGuarding = guardAgainstLeaving(() => session.isWaiting);
    const close = (): void => {
      stopWatching();
      stopGuarding();
      session.close();
      for (const release of releases) release();
    };
    return { session, close };
  },
  ({ close }) => close(),
);

function rightsHere(workshop: WorkshopId, document: DocumentName): RightsHere {
  const store = meStores.get(workshop);
  const { live } = liveConnections.get(workshop);
  return {
    who: () => {
      const state = store.getSnapshot();
      return state.state === 'known' ? state.me : null;
    },
    now: () => {
      const state = store.getSnapshot();
      const { view } = live.getSnapshot();
      if (state.state !== 'known' || view === null) return null;
      const write = mayNow(state.me, { do: 'write', document }, view);
      return {
        mayRead: mayNow(state.me, { do: 'read', document }, view).allowed,
        whyNotWrite: write.allowed ? null : write.why,
      };
    },
    subscribe: (listener) => {
      const stops = [store.subscribe(listener), live.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    askAgain: () => void store.refresh(),
  };
}

/** A document that is needed for a while, outside of what is drawn. Stays open until `release` is called. */
export interface HeldDocument {
  getSnapshot: () => OpenDocument;
  subscribe: (listener: () => void) => () => void;
  release: () => void;
}

/** Opens a document, or joins those who have it open on this page. */
export function holdDocument(workshop: WorkshopId, document: DocumentName): HeldDocument {
  const key = `${workshop}/${document}` as const;
  const { session } = sessions.get(key);
  const release = sessions.hold(key);
  return { getSnapshot: session.getSnapshot, subscribe: session.subscribe, release };
}

/** A document of a workshop, opened once per page and shared by all who use it; closed when nobody does any more. */
export function useDocument(
  workshop: WorkshopId,
  document: DocumentName,
): OpenDocument & { discard: (aside: string) => void } {
  const key = `${workshop}/${document}` as const;
  const { session } = sessions.get(key);
  useEffect(() => sessions.hold(key), [key]);
  const open = useSyncExternalStore(session.subscribe, session.getSnapshot);
  return { ...open, discard: session.discard };
}
