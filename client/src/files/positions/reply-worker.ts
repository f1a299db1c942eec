import { fail, ok } from '@board/shared/result';
import { answerFetchAhead, fetchAhead } from '../fetch-ahead.ts';
import type { Encoding } from '../import/encodings.ts';
import { containerOf } from '../import/kinds.ts';
import { load } from '../import/load.ts';
import { Unreadable } from '../import/unreadable.ts';
import type { ReplyAnswer, ReplyQuestion } from './read-reply.ts';

/** Each comes when it is first needed. */
const parts = {
  positions: () => import('./read-positions.ts'),
  pdf: () => import('../import/pdf.ts'),
  pdfWorker: async () => (await import('../import/pdf.ts')).loadPdfReader(),
  archive: () => import('../import/archive.ts'),
  word: () => import('../import/word.ts'),
  decode: () => import('../import/decode.ts'),
};

/** Looks off the page's own thread whether pasted words or a file are a State's reply. One message, one answer. */
addEventListener('message', async (event: MessageEvent<ReplyQuestion | typeof fetchAhead>) => {
  if (event.data === fetchAhead) return answerFetchAhead(Object.values(parts));
  const answer = await replyIn(event.data).catch((problem: unknown) =>
    fail(problem instanceof Unreadable ? problem.problem : 'unreadable'),
  );
  postMessage(answer);
});

async function replyIn({ given, encoding, isInsisted }: ReplyQuestion): Promise<ReplyAnswer> {
  const text = typeof given === 'string' ? given : await textOf(given, encoding);
  const { longestReply, readPositions } = await load(parts.positions);
  if (text.length > longestReply) return fail('too-large');
  const found = readPositions(text, isInsisted);
  return found ? ok(found) : fail('nothing-found');
}

/** The words of a text file, a PDF or a Word document. Throws `Unreadable` for all others. */
async function textOf(bytes: Uint8Array, encoding?: Encoding): Promise<string> {
  switch (containerOf(bytes)) {
    case 'pdf': {
      const { readPdf } = await load(parts.pdf);
      return (await readPdf(bytes, () => {})).text;
    }
    case 'zip': {
      const { documentIn, openArchive } = await load(parts.archive);
      const archive = await openArchive(bytes);
      if (documentIn(archive) !== 'word') throw new Unreadable('other-file');
      const { readWord } = await load(parts.word);
      return (await readWord(archive)).laidOut;
    }
    case 'text': {
      const { decode } = await load(parts.decode);
      const decoded = decode(bytes, encoding);
      if (!decoded.ok) throw new Unreadable(decoded.problem);
      return decoded.value.text;
    }
    default:
      throw new Unreadable('other-file');
  }
}
