import { plainLetters } from './plain-letters.ts';

/** What the State under review has answered. A/HRC/RES/5/1 knows only "enjoy the support" and "noted"; until the reply it is pending. */
export const positionsOfState = ['pending', 'supported', 'noted'] as const;
export type PositionOfState = (typeof positionsOfState)[number];

/** What a person says that words for a position mean, by those words in small letters. */
export type PositionWords = Readonly<Record<string, PositionOfState>>;

/** What a person has said that a printed word means; null for one that nobody has spoken of, whatever it is ("constructor"). */
export function meaningOf(printed: string, said: PositionWords): PositionOfState | null {
  const word = printed.toLowerCase();
  return Object.hasOwn(said, word) ? said[word]! : null;
}

/** Single words and short phrases, folded, as lists and tables use them. */
const words: Readonly<Record<PositionOfState, readonly string[]>> = {
  supported: [
    'supported',
    'support',
    'accepted',
    'accept',
    'enjoys the support',
    'enjoy the support',
    'enjoys support',
    'enjoy support',
    'acceptée',
    'accepté',
    'acceptées',
    'acceptés',
    'appuyée',
    'appuyées',
    'soutenue',
    'soutenues',
    'aceptada',
    'aceptado',
    'aceptadas',
    'aceptados',
    'apoyada',
    'apoyadas',
    'حظيت بالتأييد',
    'تحظى بالتأييد',
    'مقبولة',
    'បានគាំទ្រ',
    'គាំទ្រ',
    'បានទទួលយក',
    'ទទួលយក',
  ],
  noted: [
    'noted',
    'note',
    'not supported',
    'not accepted',
    'rejected',
    'reject',
    'notée',
    'noté',
    'notées',
    'notés',
    'prises en note',
    'rejetée',
    'rejetées',
    'non acceptée',
    'non acceptées',
    'non appuyées',
    'non soutenues',
    'anotada',
    'anotadas',
    'tomada nota',
    'rechazada',
    'rechazadas',
    'no aceptada',
    'no aceptadas',
    'no apoyadas',
    'أُحيط بها علماً',
    'أحيط بها علما',
    'مرفوضة',
    'បានកត់សម្គាល់',
    'កត់សម្គាល់',
    'មិនគាំទ្រ',
    'មិនទទួលយក',
  ],
  pending: [
    'pending',
    'consider',
    'under consideration',
    'will be examined',
    'to be examined',
    'examined',
    'en attente',
    'à l’examen',
    'en examen',
    'pendiente',
    'pendientes',
    'قيد النظر',
    'រង់ចាំ',
  ],
};

const byWord = new Map(
  positionsOfState.flatMap((position) => words[position].map((word) => [foldWord(word), position] as const)),
);

/** The position behind a word as a list prints it ("Accepted", "- Noted", "Not Supported"). Null for words we do not know: they are shown, never guessed. */
export function readPositionWord(printed: string): PositionOfState | null {
  return printed.length > 60 ? null : (byWord.get(foldWord(printed)) ?? null);
}

function foldWord(printed: string): string {
  return plainLetters(printed)
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** Sentences of lead-in paragraphs, tried in this order: what was refused before what was supported before what is open. */
const sentences: readonly (readonly [PositionOfState, RegExp])[] = [
  ['noted', /\b(?:not|n[o']t|unable to|without) (?:enjoy|support|accept|be accepted|be supported|enjoying)/],
  ['noted', /\b(?:could|can|cannot|did|do|does) ?not (?:\w+ ){0,2}(?:enjoy|support|accept)/],
  [
    'noted',
    /n'ont pas (?:recueilli|reçu)|ne recueillent pas|no (?:cuentan|contaron|gozan) (?:con (?:el|su)|del|de su) apoyo/,
  ],
  [
    'noted',
    /\bn'y souscri\S+ pas|\bn(?:e |')(?:(?:les|y|l') ?)?(?:a|ont) pas (?:été )?(?:accept|appuy|souten|souscri)/,
  ],
  ['noted', /\bno (?:(?:las |los )?ha|han sido|fueron|son) (?:acept|apoy)/],
  ['supported', /\b(?:enjoys?|enjoyed|have|has|with) (?:the|its|their|our) support\b/],
  [
    'supported',
    /\b(?:are|were|been) (?:supported|accepted)\b|\bha(?:s|ve) (?:accepted|supported) (?:all )?(?:the|these|those)\b/,
  ],
  ['supported', /\b(?:accepts?|supports?|accepted|supported) the following\b|\bthe following (?:\w+ )?accepted\b/],
  ['supported', /recueill\w+ (?:l'|son |leur |notre )(?:appui|adhésion|assentiment)|ont été acceptées/],
  ['supported', /\by souscri(?:t|vent)\b|\bles (?:a|ont) accept|\by a souscrit\b/],
  ['supported', /(?:cuentan|contaron) con (?:el|su) apoyo|(?:gozan|gozaron) (?:del|de su) apoyo|\blas ha aceptado\b/],
  [
    'noted',
    /\b(?:are|were|been|be|has|have) (?:\w+ )?noted\b|\b(?:takes?|took|taken) note of\b|\bnotes the following\b/,
  ],
  ['noted', /\breject(?:s|ed)?\b|a pris note|ont été notées|prend note|ha tomado nota|toma nota/],
  ['pending', /\bwill be examined\b|\bresponses in due time\b|\bwill (?:provide|give|submit) (?:its )?respon/],
  ['pending', /\bwill be (?:considered|studied)\b|\bseront examinées\b|\bserán examinadas\b/],
];

/**
 * Support of a part, or in principle only, in English, French and Spanish. What is implemented in part is not meant: a
 * recommendation that enjoys support may have been carried out partially already.
 */
const halves: readonly RegExp[] = [
  /\b(?:partial(?:ly)?|partly|in part|in principle) (?:(?!implement)[\w']+ ){0,2}(?:enjoy|support|accept|endorse)/,
  /\b(?:support|accept|endorse)\w*(?: (?!implement)[\w']+){0,6},? \(?(?:partial(?:ly)?|partly|in part|in principle)\b(?! implement)/,
  /(?:partiel\w*|en partie|en principe) (?:[^\s.;]+ ){0,2}(?:accept|appu|souten|soutien|recueill|l'appui|l'adhésion)/,
  /(?:accept|appu|souten|soutien|adhésion|assentiment)[^.;:]{0,60} \(?(?:partiel\w*|en partie|en principe)(?! (?:mise|appliqu|exécut))/,
  /(?:parcial\w*|en parte|en principio) (?:[^\s.;]+ ){0,2}(?:acept|apoy|cuent|goz)/,
  /(?:acept|apoy)[^.;:]{0,60} \(?(?:parcial\w*|en parte|en principio)(?! (?:aplicad|implementad|cumplid))/,
];

/** True where a sentence says that recommendations are supported in part or in principle only, which the Human Rights Council does not know. */
export function isHalfSupport(paragraph: string): boolean {
  const folded = foldSentence(paragraph);
  return halves.some((pattern) => pattern.test(folded));
}

/** The position that a lead-in paragraph gives to the recommendations below it, or null when its words are not known or say it in part only. */
export function readLeadInPosition(paragraph: string): PositionOfState | null {
  if (isHalfSupport(paragraph)) return null;
  const folded = foldSentence(paragraph);
  return sentences.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function foldSentence(paragraph: string): string {
  return paragraph.slice(0, 1000).toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ');
}
