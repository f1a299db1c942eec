import { answerFetchAhead, fetchAhead } from '../fetch-ahead.ts';
import type { ReplyQuestion } from './read-reply.ts';
import { replyIn, replyParts } from './reply-file.ts';

/** Looks off the page's own thread whether pasted words or a file are a State's reply. One message, one answer. */
addEventListener('message', async (event: MessageEvent<ReplyQuestion | typeof fetchAhead>) => {
  if (event.data === fetchAhead) return answerFetchAhead(replyParts);
  postMessage(await replyIn(event.data));
});
