import { limits } from '@board/shared/protocol/limits';
import { fail, type Result } from '@board/shared/result';
import type { FoundProblem } from '@board/shared/upr/found';
import { fetchedAhead } from '../fetch-ahead.ts';
import type { Encoding } from '../import/encodings.ts';
import type { PositionsFound } from './positions-found.ts';

/** From this confidence on a text is taken for a State's reply without being asked. */
const sureEnough = 0.5;
/** Bytes of a file that is looked into unasked: replies have some 20 KB. */
const largestUnasked = 2 * 1024 * 1024;
/** Milliseconds after which a file is left to the reader of lists, and after which one is given up that somebody says to be a reply. */
const patience = 15_000;
const patienceAsked = 90_000;

/** How somebody wants something to be looked at. */
export interface ReplyWish {
  /** Somebody says that it is a reply: it is read as one where any position is found in it. */
  isInsisted?: boolean;
  /** The letters that somebody has chosen for a text file. */
  encoding?: Encoding;
}

/** What the worker is asked. */
export interface ReplyQuestion extends ReplyWish {
  given: string | Uint8Array;
}

/** `nothing-found`: it is no reply, or has no positions; `other-file`: it may be a list, but replies are not read from such files. */
export type ReplyAnswer = Result<PositionsFound, FoundProblem>;

/** A State's reply, or why this is read as none. Nothing leaves the device. `signal` stops the reading; the answer is then null. */
export async function readReply(
  source: string | Blob,
  wish: ReplyWish,
  signal: AbortSignal,
): Promise<ReplyAnswer | null> {
  const most = wish.isInsisted ? limits.catalogueFileBytes : largestUnasked;
  if (typeof source !== 'string' && source.size > most) return fail('too-large');
  const given = await givenOf(source);
  if (signal.aborted) return null;
  // A file that was moved since it was chosen.
  if (given === null) return fail('unreadable');
  const answer = await askWorker({ ...wish, given }, signal);
  const isReply = !answer?.ok || wish.isInsisted || answer.value.confidence >= sureEnough;
  return isReply ? answer : fail('nothing-found');
}

/** Loads what reads replies, for when the server is away. Rejects where something did not arrive. */
export function preloadReplyReader(): Promise<void> {
  return fetchedAhead(newWorker());
}

function newWorker(): Worker {
  return new Worker(new URL('./reply-worker.ts', import.meta.url), { type: 'module' });
}

/** One worker per text or file: ending it ends whatever a file has it do. */
function askWorker(question: ReplyQuestion, signal: AbortSignal): Promise<ReplyAnswer | null> {
  return new Promise((resolve) => {
    const worker = newWorker();
    const timer = setTimeout(() => finish(fail('too-slow')), question.isInsisted ? patienceAsked : patience);
    const finish = (answer: ReplyAnswer | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    signal.addEventListener('abort', () => finish(null));
    worker.onmessage = ({ data }: MessageEvent<ReplyAnswer>) => finish(data);
    // All that goes wrong inside is an answer: its script did not come.
    worker.onerror = () => finish(fail('not-loaded'));
    worker.postMessage(question);
  });
}

async function givenOf(source: string | Blob): Promise<string | Uint8Array | null> {
  if (typeof source === 'string') return source;
  return source.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}
