import type { DocumentName, WorkshopId } from '@board/shared/ids';
import { useEffect, useSyncExternalStore } from 'react';
import { DocumentSession, type OpenDocument } from './document-session.ts';
import { guardAgainstLeaving } from './leave-guard.ts';
import { meStores } from './me.ts';
import { whenReachable } from './reachable.ts';
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
    const release = liveConnections.hold(workshop);
    const { live } = liveConnections.get(workshop);
    const document = key.slice(at + 1) as DocumentName;
    const onRightsChanged = (): void => void meStores.get(workshop).refresh();
    const session = new DocumentSession({ workshop, document, live, onRightsChanged });
    const stopWatching = whenReachable({ back: session.retryNow, gone: session.drop });
    const stopGuarding = guardAgainstLeaving(() => session.waiting > 0);
    const close = (): void => {
      stopWatching();
      stopGuarding();
      session.close();
      release();
    };
    return { session, close };
  },
  ({ close }) => close(),
);

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
