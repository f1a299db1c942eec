import type { ReadingQuestion } from './read-list.ts';
import { readInput } from './readers.ts';

/** Reads lists off the page's own thread, so that the page stays alive meanwhile. One question, one answer. */
addEventListener('message', (event: MessageEvent<ReadingQuestion>) => {
  postMessage(readInput(event.data.input, event.data.choices));
});
