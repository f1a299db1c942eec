import { fail, ok } from '@board/shared/result';
import type { Encoding } from '../import/encodings.ts';
import { containerOf } from '../import/kinds.ts';
import { load } from '../import/load.ts';
import { Unreadable } from '../import/unreadable.ts';
import type { ReplyAnswer, ReplyQuestion } from './read-reply.ts';

/** Looks off the page's own thread whether pasted words or a file are a State's reply. One message, one answer. */
addEventListener('message', async (event: MessageEvent<ReplyQuestion>) => {
  const answer = await replyIn(event.data).catch((problem: unknown) =>
    fail(problem instanceof Unreadable ? problem.problem : 'unreadable'),
  );
  postMessage(answer);
});

async function replyIn({ given, encoding, isInsisted }: ReplyQuestion): Promise<ReplyAnswer> {
  const text = typeof given === 'string' ? given : await textOf(given, encoding);
  const { longestReply, readPositions } = await load(() => import('./read-positions.ts'));
  if (text.length > longestReply) return fail('too-large');
  const found = readPositions(text, isInsisted);
  return found ? ok(found) : fail('nothing-found');
}

/** The words of a text file, a PDF or a Word document. Throws `Unreadable` for all others. */
async function textOf(bytes: Uint8Array, encoding?: Encoding): Promise<string> {
  switch (containerOf(bytes)) {
    case 'pdf': {
      const { readPdf } = await load(() => import('../import/pdf.ts'));
      return (await readPdf(bytes, () => {})).text;
    }
    case 'zip': {
      const { documentIn, openArchive } = await load(() => import('../import/archive.ts'));
      const archive = await openArchive(bytes);
      if (documentIn(archive) !== 'word') throw new Unreadable('other-file');
      const { readWord } = await load(() => import('../import/word.ts'));
      return (await readWord(archive)).text;
    }
    case 'text': {
      const { decode } = await load(() => import('../import/decode.ts'));
      const decoded = decode(bytes, encoding);
      if (!decoded.ok) throw new Unreadable(decoded.problem);
      return decoded.value.text;
    }
    default:
      throw new Unreadable('other-file');
  }
}
