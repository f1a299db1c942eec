import type { FoundProblem } from '@board/shared/upr/found';
import { useEffect, useRef, useState } from 'react';
import type { Encoding } from '../../files/import/encodings.ts';
import type { PositionsFound } from '../../files/positions/positions-found.ts';
import { type ReplyWish, readReply } from '../../files/positions/read-reply.ts';

type Source = string | Blob;

export interface ReplyControls {
  reply: { found: PositionsFound; source: Source } | null;
  /** What somebody said to be a reply and could not be read as one, and why; `nothing-found`: it has no positions. */
  without: { source: Source; problem: FoundProblem } | null;
  /** It is being found out whether something is the State's reply, or it is being read as one. */
  isLooking: boolean;
  /**
   * Looks whether something is the State's reply, and reads it as a list meanwhile, since most are: a PDF is opened once for
   * each. Of two that are given in a row the latter counts, and the reading of the first is ended.
   */
  look: (source: Source) => void;
  /** Somebody says that it is the State's reply: it is read as one however little it looks like it. */
  insist: (source: Source, encoding?: Encoding) => void;
  /** Ends a reading as well. */
  forget: () => void;
}

/** The State's reply, as it was recognised or as somebody has said. `read` reads a list, `leave` stops that. */
export function useReply(read: (source: Source) => void, leave: () => void): ReplyControls {
  const [reply, setReply] = useState<ReplyControls['reply']>(null);
  const [without, setWithout] = useState<ReplyControls['without']>(null);
  const [isLooking, setLooking] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const ask = async (source: Source, wish: ReplyWish): Promise<boolean> => {
    stop.current?.abort();
    const stopper = new AbortController();
    stop.current = stopper;
    setReply(null);
    setWithout(null);
    setLooking(true);
    const answer = await readReply(source, wish, stopper.signal);
    if (answer === null || stopper.signal.aborted) return false;
    setLooking(false);
    if (answer.ok) setReply({ found: answer.value, source });
    else if (wish.isInsisted) setWithout({ source, problem: answer.problem });
    return answer.ok;
  };
  const look = async (source: Source): Promise<void> => {
    read(source);
    if (await ask(source, {})) leave();
  };
  return {
    reply,
    without,
    isLooking,
    look: (source) => void look(source),
    insist: (source, encoding) => void ask(source, { isInsisted: true, ...(encoding && { encoding }) }),
    forget: () => {
      stop.current?.abort();
      setLooking(false);
      setReply(null);
    },
  };
}
