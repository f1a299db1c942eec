import { plainLetters } from '@board/shared/upr/plain-letters';
import { stateInAnyLanguage } from '@board/shared/upr/state-names-elsewhere';

/** Words of headings over what a State has said: of the answer, of whom and in what it gives it, and when. Parted by blanks. */
const saying = `position positions response responses reply replies answer answers answered decision decisions outcome
  outcomes result results said says say stance
  reponse reponses decision resultat resultats posicion posiciones respuesta respuestas resultado resultados
  الموقف موقف الرد رد ردود قرار القرار النتيجة final finale definitive definitif definitiva definitivo addendum`;
const others = `the a of by in on to from at for its and what has under after upon with
  state states government governmental govt gov country national official cabinet ministry ministries authorities review reviewed sur
  report reports wg working group upr info ohchr hrc add addendum annex adoption adopted plenary session council human rights
  first initial preliminary final last latest updated revised new current date recommendation recommendations rec recs
  supported noted accepted rejected or not
  le la les l de du des d un une et en au aux dans par sur etat gouvernement pays rapport groupe travail examen epu
  premiere initiale finale definitive definitif derniere session conseil adoption additif recommandation recommandations
  el los las del y por estado gobierno pais informe grupo trabajo examen epu inicial definitiva definitivo periodo
  sesiones consejo adenda recomendacion recomendaciones
  في من الى على دوله الدوله حكومه الحكومه البلد التقرير تقرير النهائي النهائيه الاولي الاوليه الاضافه بعد`;
/** Khmer is written without blanks. */
const khmer = /ជំហរ|ចម្លើយ(?:តប)?|ការឆ្លើយតប|លទ្ធផល/;
const khmerOthers = /របស់|រដ្ឋាភិបាល|រដ្ឋ|ចុងក្រោយ|ដំបូង|ក្នុង|របាយការណ៍|នៃ|ចំពោះ|អនុសាសន៍|ផ្លូវការ|\u200b/;

const setOf = (words: string) => new Set(words.split(/\s+/).map((word) => plainLetters(word)));
const sayings = setOf(saying);
const known = new Set([...sayings, ...setOf(others)]);

/**
 * Whether a heading says that below it stands what the State under review, its report or its reply says of a
 * recommendation. One word that is none of these ("CSO position", "Position of the previous cycle") may make it anybody's
 * wish, an older answer or what has been done.
 */
export function saysStatePosition(heading: string): boolean {
  return unknownWords(heading)?.length === 0;
}

/** So, or with a State's name: enough for the only column of positions. */
export function maySayPosition(heading: string): boolean {
  const unknown = unknownWords(heading);
  return unknown !== null && (unknown.length === 0 || stateInAnyLanguage(unknown.join(' ')) !== null);
}

/** The words of a heading of an answer that say more than whose it is and where it stands; null where it is over no answer. */
function unknownWords(heading: string): string[] | null {
  const words = plainLetters(heading.replaceAll('_', ' '))
    .split(khmer)
    .flatMap((part) => part.split(khmerOthers))
    .join(' ')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word) && word !== 's');
  if (!khmer.test(heading) && !words.some((word) => sayings.has(word))) return null;
  return words.filter((word) => !known.has(word));
}
