import { encodeFrame } from '@board/shared/protocol/codec';
import type { Clock } from '../ports.ts';
import type { Link } from './link.ts';

/** Proxies cut quiet sockets after 30 or 60 seconds; y-websocket itself comes anew when it hears nothing for 30. */
const beatMs = 12_500;
const beatsPerPing = 2;
/** A peer of whom nothing is heard and to whom nothing gets through for this long after a ping is gone: at most 35 seconds after it fell silent. */
const answerMs = 10_000;

const nothing = [encodeFrame({ type: 'awareness', entries: [] })];

/** Keeps quiet sockets open and finds dead ones. Returns how to stop. */
export function startHeartbeat(clock: Clock, links: ReadonlySet<Link>, syncLinks: ReadonlySet<Link>): () => void {
  let beats = 0;
  let callOff = (): void => {};
  let callOffCheck = (): void => {};
  const beat = (): void => {
    beats += 1;
    // A ping is not a message to a browser's script; an awareness frame without entries is, and says nothing.
    for (const link of syncLinks) link.sendAll(nothing);
    if (beats % beatsPerPing === 0) {
      const asked = [...links];
      for (const link of asked) {
        link.ask();
      }
      callOffCheck = clock.after(answerMs, () => {
        for (const link of asked) if (!link.hasAnswered()) link.drop();
      });
    }
    callOff = clock.after(beatMs, beat);
  };
  callOff = clock.after(beatMs, beat);
  return () => {
    callOff();
    callOffCheck();
  };
}
