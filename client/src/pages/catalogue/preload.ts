import { preloadReaders } from '../../files/import/read-list.ts';
import { preloadReplyReader } from '../../files/positions/read-reply.ts';
import { loadWords } from '../../i18n.ts';

/** Loads what reads lists and replies, and the words of what comes then, for when the server is away. Rejects where something did not arrive. */
export async function preloadTakeIn(): Promise<void> {
  for (const words of ['reading', 'merge']) loadWords(words);
  await preloadReaders();
  await preloadReplyReader();
}
