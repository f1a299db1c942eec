import { stanceOf } from './stance.ts';

const english =
  'except(?:ing|ions?|ed)?(?: (?:for|of|is|are|being))?|other than|apart from|aside from|barring|excluding|excludes?|not including|save for|with(?:out)? the exclusion of|excl?\\.';
const french =
  "à l'ex(?:ception|clusion) (?:de la|de|des|du)|excepté(?:e?s?)|sauf|hormis|en dehors (?:de|des)|mise?s? à part|à part";
const spanish =
  '(?:con|a) (?:la )?ex(?:cepción|clusión) de|excepto|salvo|exceptuando|excluyendo|aparte de|con (?:la )?excepciones de';
/** Words that say that something is left out, whatever follows them. */
const clear = `(?<!\\p{L})(?:${english}|${french}|${spanish})(?!\\p{L})`;
/** Words that say so only when numbers follow at once. */
const slight =
  '(?<!\\p{L})(?:but(?: (?:for|not))?|save|minus|less|without|(?:and |, ?)?not|mais (?:pas|non)|et non|sans|pero no|y no|menos|sin)';
const filler =
  '(?:[\\s(:,]|(?<!\\p{L})(?:the|those|numbers?|nos?\\.?|in|under|of|paragraphs?|recommendations?|les?|la|las|los|de|des|recommandations?|recomendaci(?:ón|ones))(?!\\p{L}))*';

const clearAnywhere = new RegExp(clear, 'iu');
const clearAtEnd = new RegExp(`${clear}([^.;]{0,60})$`, 'iu');
const slightAtEnd = new RegExp(`${slight}${filler}$`, 'iu');
const behindIt =
  /^[\s,()–-]*(?:(?:is|are|being|est|sont|étant|queda|quedan|son) )?(?:excepted|excluded|not included|except[ée]e?s?|exclue?s?|exceptuad[oa]s?|excluid[oa]s?)(?!\p{L})/iu;

/** True where words say that something is left out, with or without its numbers. */
export function leavesOut(words: string): boolean {
  return clearAnywhere.test(flat(words));
}

/** True for a list of numbers that the words around it leave out of what is said of others. */
export function isLeftOut(before: string, behind: string): boolean {
  const words = flat(before);
  const said = clearAtEnd.exec(words)?.[1];
  if (said !== undefined && stanceOf(said) === null) return true;
  return slightAtEnd.test(words) || behindIt.test(flat(behind));
}

/** True where words behind a list go on about that list alone: ", which are noted". */
export function isAboutThese(behind: string): boolean {
  return /^[\s,(]*(?:which|that|both of which|all of which|qui|que|lesquelles|las cuales|las que)(?!\p{L})/iu.test(
    behind,
  );
}

function flat(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[’ʼ‘]/g, "'");
}
