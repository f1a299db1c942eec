import type { Me } from '@board/shared/commands';
import type { MessageId, WorkshopId } from '@board/shared/ids';
import type { MessageView } from '@board/shared/live-stage';
import type { LiveView } from '@board/shared/live-view';
import { useEffect, useState } from 'react';
import { listMessages } from '../../api/stage-commands.ts';
import { mayNow } from '../../sync/rights.ts';

/** Milliseconds before words that did not arrive are asked for again. */
const pause = 5000;

export interface ReadMessage extends MessageView {
  text: string;
}

/** The messages that this person may read, the latest first. Words that are for one group only are asked for. */
export function useMessages(workshopId: WorkshopId, view: LiveView, me: Me): ReadMessage[] {
  const [asked, setAsked] = useState<ReadonlyMap<MessageId, string>>(new Map());
  const readable = Object.values(view.messages)
    .filter(({ to }) => mayNow(me, { do: 'read-message', to }, view).allowed)
    .toSorted((a, b) => b.at - a.at);
  const lacking = readable
    .filter(({ id, text }) => text === null && !asked.has(id))
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    if (lacking === '') return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const ask = async (): Promise<void> => {
      const answer = await listMessages(workshopId);
      if (!isWanted) return;
      if (answer.ok) setAsked(new Map(answer.value.messages.map(({ id, text }) => [id, text ?? ''])));
      else waiting = setTimeout(() => void ask(), pause);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(waiting);
    };
  }, [workshopId, lacking]);
  return readable.flatMap((message) => {
    const text = message.text ?? asked.get(message.id);
    return text === undefined ? [] : [{ ...message, text }];
  });
}
