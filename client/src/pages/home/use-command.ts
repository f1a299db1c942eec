import type { Result } from '@board/shared/result';
import { useState } from 'react';
import type { Refusal } from '../../api/request.ts';
import { announce } from '../../ui/announcements.ts';

/** Sends commands one after another: says a sentence when one was carried out, keeps the refusal when it was not. */
export function useCommand(): {
  /** Resolves to whether the command was carried out. */
  run: <Answer>(send: () => Promise<Result<Answer, Refusal>>, done?: string) => Promise<boolean>;
  isBusy: boolean;
  refusal: Refusal | null;
} {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async <Answer>(send: () => Promise<Result<Answer, Refusal>>, done?: string): Promise<boolean> => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setRefusal(answer.ok ? null : answer.problem);
    if (answer.ok && done) announce(done);
    return answer.ok;
  };
  return { run, isBusy, refusal };
}
