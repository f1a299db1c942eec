import { everything } from './everything.ts';
import { makeOne } from './make-one.ts';
import type { ExportAnswer, ExportQuestion } from './orders.ts';
import { wordsFrom } from './words.ts';

/**
 * Makes files off the page's own thread, so that the page stays alive meanwhile. One question, one answer. It is one file and
 * loads nothing of its own: what it needs in words comes with the question, so that it works while the server is away.
 */
addEventListener('message', async ({ data }: MessageEvent<ExportQuestion>) => {
  const answer = await made(data).catch(
    (problem: unknown): ExportAnswer => ({ ok: false, problem: problem instanceof Error ? problem.message : '' }),
  );
  if (answer.ok) postMessage(answer, { transfer: [answer.made.bytes.buffer] });
  else postMessage(answer);
});

async function made({ order, file, words: source }: ExportQuestion): Promise<ExportAnswer> {
  const words = await wordsFrom(source);
  const one = order.what === 'everything' ? everything(file, order.takeUp, words) : makeOne(order, file, words);
  return { ok: true, made: await one };
}
