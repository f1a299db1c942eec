import { encodeFrame } from '@board/shared/protocol/codec';
import type { Clock } from '../ports.ts';
import type { Link } from './link.ts';

/** Milliseconds between two looks at all links. */
const lookMs = 2_500;
/** Proxies cut quiet sockets after 30 or 60 seconds; y-websocket itself comes anew when it hears nothing for 30. */
const looksPerBeat = 5;
/** A ping leaves more than ten seconds for its answer. */
const looksPerPing = 8;
/** A peer of whom nothing comes and to whom nothing gets through in so many looks is gone: at most 35 seconds after it fell silent. Looks are counted, not time: while the server itself stood still, nobody could be heard. */
const mostSilentLooks = 12;
/** A peer that is heard and takes nothing of what waits for it in so many looks does not read: two minutes, since a slow line takes its next bytes in large pieces. */
const mostUnreadLooks = 48;
/** A message that is under way and brings next to nothing in so many looks will not be finished: a minute. */
const mostStuckLooks = 24;

const nothing = [encodeFrame({ type: 'awareness', entries: [] })];

/** Keeps quiet sockets open and finds dead ones. Returns how to stop. */
export function startHeartbeat(clock: Clock, links: ReadonlySet<Link>, syncLinks: ReadonlySet<Link>): () => void {
  let looks = 0;
  let callOff = (): void => {};
  const look = (): void => {
    looks += 1;
    for (const link of [...links]) {
      const { silent, unread, stuck } = link.look();
      if (silent >= mostSilentLooks || unread >= mostUnreadLooks || stuck >= mostStuckLooks) link.drop();
    }
    // A ping is not a message to a browser's script; an awareness frame without entries is, and says nothing.
    if (looks % looksPerBeat === 0) for (const link of syncLinks) link.sendAll(nothing);
    if (looks % looksPerPing === 0) for (const link of links) link.ask();
    callOff = clock.after(lookMs, look);
  };
  callOff = clock.after(lookMs, look);
  return () => callOff();
}
