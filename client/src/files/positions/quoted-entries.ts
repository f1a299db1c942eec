import { stateInAnyLanguage } from '@board/shared/upr/state-names-elsewhere';
import { type Reference, zeroIn } from './references.ts';
import { lastAtMost, type ReplyText } from './reply-text.ts';
import { type Stance, stanceOf, stanceWord } from './stance.ts';

/** A recommendation that a reply quotes with its words, and what it then says of it. */
export interface QuotedEntry {
  reference: Reference;
  /** From its number to the end of the answer. */
  at: number;
  end: number;
  stance: Stance | null;
}

/** Characters of a quotation: the longest recommendations have some 1,500. */
const longest = 3_000;
/** Characters behind it in which the position stands. */
const answered = 500;
/** Below this share of answers the text is a list of recommendations. */
const leastAnswered = 0.5;

const start = /^[ \t]*(\d{1,3})\.(\d{1,3})([a-z]?)\.?(?=[\s|:–-])/gm;
/** "(France);" or "(France) (Italy)." at the end of a line or cell. */
const statesAtEnd = /\(([^()\n]{3,60}(?:\([^()\n]{3,60}\))?)\)[;.,)]{0,3}[ \t]*(?=\n|\||$)/g;
const label =
  /^[\s|]*(?:response|reply|answer|position|comments?|observations?|réponse|respuesta|posición)\b[^\n:|]{0,40}[:|]/i;
const sourceLine = /\bsource of position\b/gi;
/** The title of a reply; a list also names the document from which it has the positions. */
const title =
  /views on conclusions and\/or recommendations|presented by the State under review|observations sur les conclusions|opiniones sobre las conclusiones/i;

/**
 * Recommendations that are quoted as a whole and answered one by one; none where the text is a list of recommendations,
 * official ones with positions beside them included. What stands in a quotation is no list of numbers and takes no stance.
 */
export function quotedEntries({ text, headingEnds }: ReplyText): QuotedEntry[] {
  const starts = [...text.matchAll(start)];
  const entries = starts.flatMap((found, index): (QuotedEntry & { isSentence: boolean })[] => {
    const most = Math.min(starts[index + 1]?.index ?? text.length, found.index + longest + answered);
    const quoteEnd = endOfQuote(text, found.index + found[0].length, most);
    if (quoteEnd === null) return [];
    const end = endOfAnswer(text, quoteEnd, most, headingEnds);
    return [{ ...entryOf(found, end), ...answerIn(text.slice(quoteEnd, Math.min(end, quoteEnd + answered))) }];
  });
  const said = entries.filter(({ stance }) => stance !== null);
  const isOfficialList = (text.match(sourceLine)?.length ?? 0) * 2 > entries.length;
  const isReply = title.test(text.slice(0, 4_000)) || said.filter((one) => one.isSentence).length * 3 > entries.length;
  if (entries.length === 0 || isOfficialList || !isReply || said.length < entries.length * leastAnswered) return [];
  return entries.map(({ isSentence: _, ...entry }) => entry);
}

/** The text with spaces in the place of what is quoted and answered; every other sign stays where it is. */
export function withoutQuoted(text: string, entries: readonly Pick<QuotedEntry, 'at' | 'end'>[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { at, end } of entries) {
    if (end <= from) continue;
    parts.push(text.slice(from, Math.max(from, at)), text.slice(Math.max(from, at), end).replace(/[^\n]/g, ' '));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

function entryOf(found: RegExpExecArray, end: number): Pick<QuotedEntry, 'reference' | 'at' | 'end'> {
  const [printed, section = '', item = '', letter = ''] = found;
  const at = found.index + printed.search(/\d/);
  const reference: Reference = {
    at,
    end: found.index + printed.length,
    printed: printed.trim(),
    section,
    from: Number(item),
    to: Number(item),
    letter,
    ...zeroIn(item),
  };
  return { reference, at: found.index, end };
}

/** Behind the last recommending States, or before what is marked as an answer; null where nothing is quoted. */
function endOfQuote(text: string, from: number, end: number): number | null {
  const words = text.slice(from, end);
  const states = [...words.matchAll(statesAtEnd)].filter(
    ([, inside]) => stateInAnyLanguage(inside!.split(/,\s/)[0]!) !== null,
  );
  const last = states.at(-1);
  if (last) return from + last.index + last[0].length;
  for (const line of words.matchAll(/\n/g)) if (label.test(words.slice(line.index))) return from + line.index;
  return null;
}

/** Before the next recommendation, heading or numbered paragraph. */
function endOfAnswer(text: string, from: number, most: number, headingEnds: readonly number[]): number {
  const paragraph = text.slice(from, most).search(/\n\s*\d{1,3}\.\s/);
  const headingEnd = headingEnds[lastAtMost(headingEnds, from + 1) + 1] ?? text.length;
  const heading = headingEnd < text.length ? text.lastIndexOf('\n', headingEnd - 2) + 1 : text.length;
  return Math.max(from, Math.min(most, paragraph < 0 ? most : from + paragraph, heading));
}

/** The position that an answer begins with: a word that stands alone, or one of its first sentences. */
function answerIn(answer: string): { stance: Stance | null; isSentence: boolean } {
  const plain = answer.replace(label, '').replace(/^[\s|:–-]+/, '');
  const first = /^[^\n|.;:,]*/.exec(plain)?.[0] ?? '';
  const alone = stanceWord(first);
  if (alone !== null) return { stance: alone, isSentence: false };
  const sentences = plain.split(/(?<=[.!?])\s+|\n(?=\n)/).slice(0, 3);
  for (const sentence of sentences) {
    const stance = stanceOf(
      sentence.replace(/\s+/g, ' ').replace(/\b(?:this|that|the said) recommendation/gi, 'the recommendation'),
    );
    if (stance !== null) return { stance, isSentence: true };
  }
  return { stance: null, isSentence: false };
}
