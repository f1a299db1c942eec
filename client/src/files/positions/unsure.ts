import { stanceOf } from './stance.ts';

const inTurn = /\brespectively\b|\bin that order\b|\bthe (?:former|latter)\b|\brespectivement\b|\brespectivamente\b/;
const twoAtOnce =
  /(?<!\bnot (?:\w+ )?)\b(?:accept|support|endorse)\w*(?:,)? (?:and|or|and\/or|y|o|et|ou) (?:\w+ )?(?:noted?|reject(?:ed)?|not (?:accept|support)ed)\b|(?<!\b(?:not|be) )\b(?:noted|rejected) (?:and|or|and\/or) (?:\w+ )?(?:accepted|supported)\b/;
const notRefused =
  /(?:\b(?:not|never|cannot|neither|nor)\b|n't\b) (?:(?:be|been|being|to|yet|\w+ly) ){0,2}(?:reject|oppos|noted?\b|take note|taken note|declin)|\bne (?:les? |la )?(?:rejett|prend pas)|\bn'est pas rejet|\bne sont pas rejet|\bno (?:se |las? |los? )?(?:rechaz|toma nota)/;
const interrupted = /(?:\b(?:not|cannot)|n't),[^.;]{1,80}?\b(?:accept|support|endorse|enjoy|note)/;

/** True where words name more than one position, or deny one: what they say of which number is not sure. */
export function isUnsure(words: string): boolean {
  const folded = fold(words);
  return inTurn.test(folded) || twoAtOnce.test(folded) || notRefused.test(folded) || interrupted.test(folded);
}

const pointing =
  /(?:\b(?:answers?|responses?|repl(?:y|ies)|comments?|explanations?|reasons?|réponses?|raisons|explications|respuestas?|razones)\b(?: \w+){0,4}? (?:to|on|for|under|in|of|at|à|aux?|pour|sous|de|a|para|en|sobre)|\bsee(?: also)?|\bcf\.?|\bvoir(?: aussi)?|\bvéase|\bunder|\brefers? to|\bmentioned (?:in|under)|\blike)(?: (?:the|its|his|their|our|recommendations?|numbers?|paragraphs?|la|las|les|recommandations?|recomendaci(?:ón|ones)))*[ :(]*$/;

/** True where words before a number only point to it: "for the reasons given in the answer to recommendations". */
export function onlyPoints(before: string): boolean {
  return pointing.test(fold(before));
}

const joining =
  /^(?:[\s,;:|()&/–-]|\b(?:and|or|as|well|also|both|the|of|in|to|those|following|numbers?|nos?|paragraphs?|recommendations?|et|ou|ainsi|que|aussi|les|la|des|de|recommandations?|y|e|o|así|como|las|recomendaci(?:ón|ones))(?!\p{L})\.?)*$/u;
const topic =
  /\([^()]*\)|\b(?:on|about|concerning|regarding|relating to|related to|sur|concernant|relatives?|sobre|relativas?)\b[^,;()]{0,50}/g;

/** True where words between two lists only join them: "and", "on schools, and recommendations". */
export function onlyJoins(between: string): boolean {
  const folded = fold(between);
  return joining.test(folded) || joining.test(folded.replace(topic, ' '));
}

/** True where the nearest clause takes another position than the whole: which of them is meant is not sure. */
export function isTwofold(before: string): boolean {
  const nearest = stanceOf(
    before.replace(/^[\s\S]*(?:[,;:]|\b(?:and|but|while|since|because|although)\b)(?=\s*\S)/i, ''),
  );
  return nearest !== null && nearest !== stanceOf(before);
}

function fold(words: string): string {
  return words.toLowerCase().replace(/[’ʼ‘]/g, "'").replace(/\s+/g, ' ');
}
