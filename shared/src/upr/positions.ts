/** What the State under review has answered. A/HRC/RES/5/1 knows only "enjoy the support" and "noted"; until the reply it is pending. */
export const positionsOfState = ['pending', 'supported', 'noted'] as const;
export type PositionOfState = (typeof positionsOfState)[number];

/** Single words and short phrases, folded, as lists and tables use them. */
const words: Readonly<Record<PositionOfState, readonly string[]>> = {
  supported: [
    'supported',
    'support',
    'accepted',
    'accept',
    'enjoys the support',
    'acceptée',
    'accepté',
    'appuyée',
    'soutenue',
    'aceptada',
    'aceptado',
    'apoyada',
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
    'rejetée',
    'anotada',
    'tomada nota',
    'rechazada',
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
    'pendiente',
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
  return printed
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** Sentences of lead-in paragraphs, tried in this order: what was refused before what was supported before what is open. */
const sentences: readonly (readonly [PositionOfState, RegExp])[] = [
  ['noted', /\b(?:not|n[o']t|unable to|without) (?:enjoy|support|accept|be accepted|be supported|enjoying)/],
  ['noted', /\b(?:could|can|cannot|did|do|does) ?not (?:\w+ ){0,2}(?:enjoy|support|accept)/],
  ['noted', /n'ont pas (?:recueilli|reçu)|ne recueillent pas|no (?:cuentan|contaron|gozan) con el apoyo/],
  ['supported', /\b(?:enjoys?|enjoyed|have|has|with) the support\b|\b(?:are|were|been) (?:supported|accepted)\b/],
  ['supported', /\b(?:accepts?|supports?|accepted|supported) the following\b|\bthe following (?:\w+ )?accepted\b/],
  ['supported', /recueill\w+ l'(?:appui|adhésion|assentiment)|ont été acceptées|cuentan con el apoyo|gozan del apoyo/],
  [
    'noted',
    /\b(?:are|were|been|be|has|have) (?:\w+ )?noted\b|\b(?:takes?|took|taken) note of\b|\bnotes the following\b/,
  ],
  ['noted', /\breject(?:s|ed)?\b|a pris note|ont été notées|prend note|ha tomado nota|toma nota/],
  ['pending', /\bwill be examined\b|\bresponses in due time\b|\bwill (?:provide|give|submit) (?:its )?respon/],
  ['pending', /\bwill be (?:considered|studied)\b|\bseront examinées\b|\bserán examinadas\b/],
];

/** The position that a lead-in paragraph gives to the recommendations below it, or null when its words are not known. */
export function readLeadInPosition(paragraph: string): PositionOfState | null {
  const folded = paragraph.slice(0, 1000).toLowerCase().replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ');
  return sentences.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
