import type { Me } from '@board/shared/commands';
import type { GroupId, RowId, WorkshopId } from '@board/shared/ids';
import type { Action } from '@board/shared/policy';
import type { Result } from '@board/shared/result';
import { useState } from 'react';
import type { Refusal } from '../../api/request.ts';
import type { CommentsStore } from './comments-store.ts';

/** What the parts of the comments' panel share. */
export interface PanelTools {
  workshopId: WorkshopId;
  groupId: GroupId;
  me: Me;
  store: CommentsStore;
  may: (action: Action) => boolean;
  /** The key of a cell as it is now: rows are put together, and apart again, while something is said of them. */
  keyNow: (key: string) => string;
  /** Leads to a row of the table. */
  goToRow: (row: RowId) => void;
  /** Says politely what has been done, in the panel itself: over a phone's whole screen nothing else is heard. */
  say: (sentence: string) => void;
}

/** Sends commands about comments: says what was done and fetches what is there now, or keeps the refusal. */
export function usePanelCommand(tools: PanelTools): {
  run: (send: () => Promise<Result<unknown, Refusal>>, done: string) => Promise<boolean>;
  isBusy: boolean;
  refusal: Refusal | null;
} {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (send: () => Promise<Result<unknown, Refusal>>, done: string): Promise<boolean> => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setRefusal(answer.ok ? null : answer.problem);
    if (!answer.ok) return false;
    tools.say(done);
    await tools.store.refresh();
    return true;
  };
  return { run, isBusy, refusal };
}
