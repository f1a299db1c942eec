import { answerFetchAhead, fetchAhead } from '../fetch-ahead.ts';
import type { ReadingQuestion, ReadingReport } from './read-list.ts';
import { readerParts, readInput } from './readers.ts';

/** Reads lists off the page's own thread, so that the page stays alive meanwhile. One question, any number of reports of progress, one answer. */
addEventListener('message', async (event: MessageEvent<ReadingQuestion | typeof fetchAhead>) => {
  if (event.data === fetchAhead) return answerFetchAhead(readerParts);
  const tell = (report: ReadingReport): void => postMessage(report);
  tell({ progress: null });
  const answer = await readInput(event.data.input, event.data.choices, (progress) => tell({ progress }));
  tell({ answer });
});
