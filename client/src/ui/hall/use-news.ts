import type { Me } from '@board/shared/commands';
import type { MessageId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { KeptList } from '../../sync/kept-list.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { type ReadMessage, useMessages } from './use-messages.ts';

/** Milliseconds after which a message is no news any more. */
const newsFor = 60 * 60_000;

const away = new KeptList<MessageId>('board:messages-put-away', 200);

/** Puts a message away on this device. */
export function putAway(message: MessageId): void {
  away.add(message);
}

/** The messages that this person may read, the latest first: those that are news, and those that are old or put away. */
export function useNews(
  workshopId: WorkshopId,
  view: LiveView,
  me: Me,
): { news: readonly ReadMessage[]; earlier: readonly ReadMessage[] } {
  const { serverNow } = useLiveView(workshopId);
  const putAside = away.use();
  const isNews = ({ id, at }: ReadMessage) => !putAside.includes(id) && serverNow() - at < newsFor;
  const messages = useMessages(workshopId, view, me);
  return { news: messages.filter(isNews), earlier: messages.filter((message) => !isNews(message)) };
}
