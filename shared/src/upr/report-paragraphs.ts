import { isHalfSupport, readLeadInPosition } from './positions.ts';

/** What a paragraph between recommendations is. */
export type ParagraphKind = 'lead-in' | 'stop' | 'other';

const closing =
  /^(?:all (?:the )?conclusions and|toutes les conclusions|todas las conclusiones|composition of the delegation)/i;
const heading = /^(?:annex(?:e|es)?|anexos?)(?: [ivx\d]{1,4})?$/i;
const about = /\brecomm[ae]ndations?\b|\brecomendaci[oó]n/i;
const opening = /^(?:\S+ ){0,6}?(?:recomm[ae]ndations?|recomendaciones)\b/i;
const announcing = /:\s*$|\b(?:below|following|listed)\b|ci-(?:après|dessous)|suivantes|siguientes|a continuación/i;

/**
 * Tells a lead-in ("The recommendations listed below enjoy the support of …") and the end of the list ("All conclusions …",
 * "Annex") from other paragraphs. `ahead` is the line with those that follow it. One without a number must speak of
 * recommendations in its first words and end with a colon.
 */
export function classifyParagraph(line: string, ahead: string, isNumbered: boolean): ParagraphKind {
  const text = ahead.trim();
  if (closing.test(text) || heading.test(line)) return 'stop';
  if (!about.test(text) || !announcing.test(text) || !(isHalfSupport(text) || readLeadInPosition(text) !== null))
    return 'other';
  return isNumbered || (opening.test(text) && text.includes(':')) ? 'lead-in' : 'other';
}

/** Words of the shortest sentence that leads in recommendations; below it a title stands above a list. */
const leastWords = 8;

/**
 * The sentence at the end of a paragraph that leads in the recommendations behind it, though its words for a position are
 * not known; null where there is none. `isTheirs`: the paragraph bears the number that they stand under.
 */
export function unknownLeadIn(paragraph: string, isTheirs: boolean): string | null {
  const sentence = paragraph
    .slice(-1000)
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .at(-1)!
    .trim();
  if (!about.test(sentence) || !announcing.test(sentence) || !/:\s*$/.test(sentence)) return null;
  return isTheirs || sentence.split(/\s+/).length >= leastWords ? sentence : null;
}
