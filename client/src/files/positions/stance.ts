import { isHalfSupport, type PositionOfState, readLeadInPosition, readPositionWord } from '@board/shared/upr/positions';

/** What a reply says of recommendations. `partly` is no position of the Human Rights Council: somebody has to decide. */
export type Stance = PositionOfState | 'partly';

const partly =
  /\b(?:partial(?:ly)?|partly|in part)\b[^.]{0,40}\b(?:support|accept|implement)|\b(?:support|accept)\w*(?: [\w']+){0,3} (?:partial(?:ly)?|partly|in part)\b|\bpartiellement\b|\ben partie\b|\bparcialmente\b|\ben parte\b/;

/** Beside the lead-ins of reports: what replies say before their lists of numbers. What was refused comes first. */
const sentences: readonly (readonly [PositionOfState, RegExp])[] = [
  ['noted', /\b(?:not|n[o']t|cannot|unable to) (?:\w+ ){0,2}(?:enjoy|support|accept|endorse)/],
  ['noted', /\bnot (?:in a position|able|ready|prepared|willing) to (?:accept|support)/],
  [
    'noted',
    /\bnon (?:acceptées?|soutenues?|appuyées?)\b|\bn'(?:accepte|appuie|est pas en mesure)|\bne peut (?:accepter|appuyer)/,
  ],
  ['noted', /\bno (?:acepta|apoya|puede aceptar|aceptadas|apoyadas)\b/],
  ['noted', /\bnotes?\b(?! that\b)(?: the)?(?: \w+){0,2} recommendations?\b|\bnoted (?:the )?recommendations?\b/],
  ['noted', /\brecommendations? (?:\w+ ){0,3}(?:noted|rejected|not accepted|not supported)\b/],
  ['noted', /\bprend (?:acte|note)\b|\brejette\b|\brecommandations (?:notées|rejetées)\b|\bprises? en note\b/],
  ['noted', /\btoma nota\b|\brechaza\b|\brecomendaciones (?:anotadas|rechazadas)\b/],
  [
    'supported',
    /\b(?:accepts?|supports?|endorses?|agrees? (?:to|with)|accepted|supported)(?: the| all| these| those| following| of| other| \d+)* recommendations?\b/,
  ],
  ['supported', /\brecommendations? (?:\w+ ){0,4}(?:accepted|supported|enjoy(?:s|ing)?(?: the)? support)\b/],
  ['supported', /\b(?:accepts?|supports?|endorses?)(?: the following)?:? ?$/],
  ['noted', /\b(?:notes|takes note of|we note)(?: the following)?:? ?$/],
  ['supported', /\b(?:accepte|appuie|souscrit|soutient)\b|\brecommandations (?:acceptées|appuyées|soutenues)\b/],
  ['supported', /\b(?:acepta|apoya)\b|\brecomendaciones (?:aceptadas|apoyadas)\b/],
  [
    'pending',
    /\b(?:under|for further) (?:consideration|examination|study)\b|\bdeferred\b|\bà l'examen\b|\ben estudio\b/,
  ],
];

const partlyAlone =
  /^(?:partial(?:ly)? (?:accepted|supported)|(?:accepted|supported) (?:partially|partly|in (?:part|principle))|partially|partly|partiellement|en partie|parcialmente|en parte|(?:partiellement|en partie) (?:accept|appuy|souten)\S+|(?:accept|appuy|souten)\S+ (?:partiellement|en partie|en principe)|(?:parcialmente|en parte) (?:acept|apoy)\S+|(?:acept|apoy)\S+ (?:parcialmente|en parte|en principio))$/;
const supportAlone =
  /^(?:(?:(?:do(?:es)?|did) not |not )?(?:enjoy(?:s|ed|ing)?|ha(?:s|ve)) (?:(?:the|our|its) )?support(?: of [^.;:]{1,40})?|(?:ne )?recueill\S+ (?:pas )?(?:l'|son |notre )(?:appui|adhésion|assentiment)(?: d[^.;:]{1,40})?|(?:no )?(?:cuentan?|gozan?) (?:con el|con su|del|de su) apoyo(?: de[^.;:]{1,40})?)$/;

/** The stance that words take towards recommendations; null when they take none that we know. */
export function stanceOf(words: string): Stance | null {
  const folded = fold(words);
  if (partly.test(folded) || isHalfSupport(folded)) return 'partly';
  return sentences.find(([, pattern]) => pattern.test(folded))?.[0] ?? readLeadInPosition(folded);
}

/** A stance that stands alone: a cell or a line that holds nothing else ("Accepted", "- Not supported", "Partially accepted"). */
export function stanceWord(words: string): Stance | null {
  const folded = fold(words).replace(/^[-–:;,|\s()]+|[.:;,|\s()]+$/g, '');
  if (partlyAlone.test(folded)) return 'partly';
  if (supportAlone.test(folded)) return /^(?:do|did|not|ne|no)/.test(folded) ? 'noted' : 'supported';
  return readPositionWord(folded.replace(/^(?:fully |is |are |was |were |has been |have been )+/, ''));
}

/** Behind a list of numbers: "are noted", "enjoy the support of", "is not accepted". Must begin at once. */
export function stanceBehind(words: string): Stance | null {
  const folded = fold(words).replace(/^[\s:–-]+/, '');
  const verb =
    /^(?:,? (?:which|that) )?(?:\([^)]{0,40}\) )?(?:all |both |also |do(?:es)? |did |can|could |is |are |was |were |has |have |will |enjoys? |received? |n'|ne |sont |est |ont |son |fueron |no )/;
  return verb.test(`${folded} `) ? (stanceOf(folded) ?? shortVerb(folded)) : null;
}

/** A sentence behind a number that speaks of "this recommendation"; unsure where it goes on to say something else, null where it takes no stance. */
export function stanceOfThis(words: string): Stance | 'unsure' | null {
  const folded = words.slice(0, 400).toLowerCase().replace(/[’ʼ‘]/g, "'").replace(/\s+/g, ' ');
  const sentence = /^[^.;!?]*/.exec(folded)?.[0] ?? '';
  const said =
    /^(.*?\b)(?:this|these|that|the said|cette|ces|esta|estas)( recomm[ae]ndations?\b|recomendaci(?:ón|ones))([^,;]*?)(?=,|$|\b(?:since|because|as|although|but|while|whereas|however|car|mais|puisque|pero|porque|ya que)\b)(.*)$/.exec(
      sentence,
    );
  const stance = said && stanceOf(`${said[1]}the${said[2]}${said[3]}`);
  if (!stance) return null;
  return /\b(?:but|while|whereas|although|however|mais|pero)\b/.test(said[4]!) ? 'unsure' : stance;
}

/** "are noted", "is supported": without the word recommendation. */
function shortVerb(folded: string): Stance | null {
  const found =
    /^(?:,? ?(?:which|that) )?(?:all |both |also )?(?:is|are|was|were|has been|have been|will be|sont|est|ont été|son|fueron)(?: also| hereby| therefore| only)? ((?:not |partially |partly )?\p{L}+)/u.exec(
      folded,
    );
  return found ? stanceWord(found[1]!) : null;
}

function fold(words: string): string {
  return words.slice(-400).toLowerCase().replace(/[’ʼ‘]/g, "'").replace(/\s+/g, ' ');
}
