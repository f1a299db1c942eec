import type { ListOrigin, TableField } from '@board/shared/upr/found';
import { plainLetters } from '@board/shared/upr/plain-letters';
import type { TextLanguage } from '../guess-language.ts';
import { languageNamed } from '../language-names.ts';
import { positionLetters } from './position-letters.ts';
import { isTickHead } from './tick-heads.ts';

/** Headings of a position that may as well stand over something else: believed where the cells below are so short as a position is. */
const doubtfulPositions = 'status reply outcome outcomes result results resultat resultado លទ្ធផល النتيجة الحالة';

/** Headings seen in exports and homemade lists, and those of the board's own in each of its languages, without blanks. Parted by blanks. */
const headings: Readonly<Record<TableField, string>> = {
  number: `paragraph paragraphs para no nr number num n rec recno recnumber recommendationno recommendationnumber
    paragraphe numero parrafo numerodelarecomendacion numerodelarecommandation លេខ លរ លេខរៀង លេខអនុសាសន៍ កថាខណ្ឌ
    الرقم رقم رقمالتوصية الرقمالتسلسلي الفقرة رقمالفقرة`,
  text: `recommendation recommendations recommendationandrecommendingstate recommendationandrecommendingstates text title
    recommandation recommandations texte recomendacion recomendaciones texto អនុសាសន៍ អត្ថបទ التوصية التوصيات النص`,
  state: `rs from recommendingstate recommendingstates recommendingcountry recommendingcountries uprreccomendingstates
    uprrecommendingstates uprrecommendingcountry country countries state states madeby etat etats etatauteur etatsauteurs
    proposedby recommendedby submittedby etatrecommandant etatsrecommandants pays estadoquerecomienda estado estados pais រដ្ឋដែលផ្ដល់អនុសាសន៍
    រដ្ឋ រដ្ឋផ្ដល់អនុសាសន៍ ប្រទេស ប្រទេសផ្ដល់អនុសាសន៍ ប្រទេសដែលផ្ដល់អនុសាសន៍ ប្រទេសអ្នកផ្ដល់អនុសាសន៍ ស្នើដោយ
    الدولالموصية الدولةالموصية الدولة الدول البلد البلدان الدولةمقدمةالتوصية الدولةصاحبةالتوصية الدولةالمقدمةللتوصية الجهةالموصية`,
  reviewed: `sur to stateunderreview reviewedstate countriesconcerned countryconcerned etatexamine eee estadoexaminado
    الدولةقيدالاستعراض الدولةموضوعالاستعراض`,
  position: `position positionofthestateunderreview positioninreport response uprposition uprpositions decision
    governmentresponse governmentposition governmentreply governmentdecision positionofgovernment positionofthegovernment
    positionofthestate replyofthegovernment replyofthestate responseofthestate responseofthegovernment stateposition
    stateresponse statereply supportedornoted supportednoted acceptedornoted acceptednoted acceptedrejected reponse
    reponsedeletat reponsedugouvernement positiondeletat positiondugouvernement posicion posiciondelestado respuesta
    respuestadelestado respuestadelgobierno ជំហរ ជំហររបស់រដ្ឋ ចម្លើយ ចម្លើយតប ការឆ្លើយតប ជំហររបស់រដ្ឋាភិបាល ចម្លើយរបស់រដ្ឋាភិបាល
    الموقف موقفالدولة موقفالحكومة رد الرد ردالدولة ردالحكومة
    ${doubtfulPositions}`,
  themes: `fulllistofthemes humanrightsthemesandgroupsofpersons issue issues theme themes humanrightsissue topic topics
    cluster clusters tema temas ប្រធានបទ المواضيع`,
  persons: 'affectedpersons groupsofpersons personnesconcernees personasafectadas',
  sdgs: 'sdg sdgs relevantsdgs odd ods أهدافالتنميةالمستدامة',
  comment: 'assessmentcommentsonlevelofimplementation notes note comment comments observations comentarios',
  session: 'session uprsession cycle uprcycle year periododesesiones ciclo',
  source: 'documentsymbol symbol sourceofposition source cote signatura ប្រភព المصدر',
  body: 'recommendingbody reccomendingbody body organe organo mecanisme',
};

const byHeading = new Map(
  (Object.entries(headings) as [TableField, string][]).flatMap(([field, names]) =>
    names.split(/\s+/).map((name) => [foldHeading(name), field] as const),
  ),
);

/** Headings that stand for their field only where no other does: exports have a short title beside the whole text. */
const secondary = new Set(['title']);

/** Headings of a text beside its original, in a language that only the words tell. */
const translationNames = new Set(
  [
    'translation translatedtext unofficialtranslation translationunofficial informaltranslation traduction traductionnonofficielle',
    'traduccion traduccionnooficial textetraduit ការបកប្រែ បកប្រែ ការបកប្រែក្រៅផ្លូវការ បកប្រែក្រៅផ្លូវការ ترجمة الترجمة ترجمةغيررسمية',
  ]
    .join(' ')
    .split(' ')
    .map(foldHeading),
);
const doubtful = new Set(doubtfulPositions.split(' ').map(foldHeading));

/** Whether a heading may stand over something else than the field that it is known for: S/N counts rows as well. */
export function isDoubtfulHeading(heading: string): boolean {
  return (
    doubtful.has(foldHeading(heading)) || (!byHeading.has(foldHeading(heading)) && positionLetters(heading) !== null)
  );
}

/** Endings of headings that name a language: "Recommendation (Khmer)", "Text_fr". */
const languageEnding = /(?:khmer|english|french|francais|spanish|espanol|arabic|ភាសាខ្មែរ|en|fr|es|ar|km|kh)$/;

/**
 * What each heading of a row stands for. A field is given once, to its first heading; unknown ones are null. Only the text
 * may stand in several columns, each in another language, and positions that are the heads of columns of marks.
 */
export function readHeadings(row: readonly string[]): (TableField | null)[] {
  const folded = row.map(foldHeading);
  const better = new Set(folded.filter((heading) => !secondary.has(heading)).map((heading) => byHeading.get(heading)));
  const given = new Set<TableField>();
  return folded.map((heading, column) => {
    const printed = row[column] ?? '';
    const field = byHeading.get(heading) ?? textInLanguage(heading, printed) ?? languageAlone(heading);
    if (field === null && isTickHead(printed)) return 'position';
    if (field === null && !better.has('position') && !given.has('position') && positionLetters(printed)) {
      given.add('position');
      return 'position';
    }
    if (field === 'text' && given.has(field) && !secondary.has(heading)) return field;
    if (field === null || given.has(field) || (secondary.has(heading) && better.has(field))) return null;
    given.add(field);
    return field;
  });
}

/** What stands in brackets behind a heading of text is a language, whatever it is called in. */
function textInLanguage(heading: string, printed: string): TableField | null {
  const named = foldHeading(printed.replace(/\s*\([^()]*\)\s*$/, ''));
  const plain = named !== heading ? named : heading.replace(languageEnding, '');
  return plain !== heading && byHeading.get(plain) === 'text' ? 'text' : null;
}

/** A heading that is only the name of a language, or says that it is a translation, is over a text. */
function languageAlone(heading: string): TableField | null {
  const shorter = heading.replace(/^in(?=\p{L}{5})|(?:version|text|translation)$/gu, '');
  const isLanguage = [heading, shorter].some((name) => languageNamed(name) !== null);
  return isLanguage || isTranslation(heading) ? 'text' : null;
}

/** Whether a heading says that a text is a translation, and not which. */
export function isTranslation(heading: string): boolean {
  return translationNames.has(foldHeading(heading));
}

/** The language that a heading of text names: as all that it says, in brackets behind it, or at its end. */
export function languageInHeading(heading: string): TextLanguage | null {
  const alone =
    languageNamed(heading) ?? languageNamed(heading.replace(/^in\s+|\s+(?:version|text|translation)\s*$/gi, ''));
  if (alone !== null) return alone;
  const inBrackets = /\(([^()]{1,40})\)\s*$/.exec(heading)?.[1];
  const atEnd = /[\s_.-]([\p{L}\p{M}]{2,20})\s*$/u.exec(heading)?.[1];
  return languageNamed(inBrackets ?? atEnd ?? '');
}

/** Headings of which all stand in the lists of one origin and in no other; alternatives stand apart. */
const origins: readonly (readonly [ListOrigin, readonly string[]])[] = [
  ['human-rights-index', ['uprreccomendingstates']],
  ['human-rights-index', ['uprrecommendingstates', 'uprposition']],
  ['upr-info', ['sur', 'rs', 'response']],
  ['ohchr-list', ['recommendation', 'position', 'fulllistofthemes']],
  ['ohchr-list', ['positionofthestateunderreview', 'humanrightsthemesandgroupsofpersons']],
];

/** Whose list or export the headings show it to be, or null. */
export function originOf(row: readonly string[]): ListOrigin | null {
  const headings = new Set(row.map(foldHeading));
  return origins.find(([, needed]) => needed.every((heading) => headings.has(heading)))?.[0] ?? null;
}

function foldHeading(heading: string): string {
  // ដ and ត look the same below another letter.
  return plainLetters(heading.slice(0, 80))
    .replaceAll('\u17d2\u178f', '\u17d2\u178a')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
