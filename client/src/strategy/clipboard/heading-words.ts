import { foldForSearch } from '../../fold-for-search.ts';
import type { MatrixColumn } from '../grid/matrix.ts';

/** What columns are called in English, French and Spanish, by a word that says it. */
const names: Record<MatrixColumn, RegExp> = {
  number:
    /^(?:(?:(?:recommendations?|recommandations?|recs?|upr|epu)\.?\s*)?(?:no|nr|nos|number|num|numéro|número|n\.?[°º]|#)\.?|para(?:graphe?)?s?\.?|§)$/i,
  recommendation: /^(?:(?:upr|epu)\s+)?(?:recomm[ae]ndation|recomendaci|recs?\.?$)/i,
  mechanisms: /mechanism|mécanisme|mecanismo|treaty|organes?\b|órganos?\b|corresponding/i,
  sdg: /\b(?:sdgs?|odd|ods)\b|target|cibles?\b/i,
  text: /(?<!\p{L})(?:actions?|activit(?:y|ies|és?)|accion(?:es)?|acción|actividad(?:es)?)(?!\p{L})/iu,
  indicator: /^(?:indicator|indicateur|indicador)/i,
  resources: /^(?:resource|budget|ressource|recurso|presupuesto)/i,
  partners: /^(?:partner|ally|allies|partenaire|alliés|socios|aliad)/i,
  timeframe: /^(?:time|when|deadline|calendrier|échéan|délai|plazo|calendario|cronograma)/i,
  risk: /^(?:risks?|risques?|riesgos?)(?!\p{L})(?!.*(?:response|mitigation|réponse|respuesta))/iu,
  response: /response|mitigation|réponse|respuesta/i,
};

/** The table's own columns in Arabic and Khmer, where one word says it all: a page in another language has not loaded them. */
const wholeNames: Partial<Record<MatrixColumn, string>> = {
  number: 'الرقم|رقم التوصية|លេខ|លេខអនុសាសន៍',
  recommendation: 'التوصية|التوصيات|អនុសាសន៍',
  mechanisms: 'آليات أخرى|យន្តការផ្សេងទៀត',
  sdg: 'غايات التنمية المستدامة|أهداف التنمية المستدامة|ចំណុចដៅ SDG',
  text: 'الإجراء|الإجراءات|الأنشطة|សកម្មភាព',
  indicator: 'المؤشر|المؤشرات|សូចនាករ',
  resources: 'الموارد|الميزانية|ធនធាន|ថវិកា',
  partners: 'الشركاء|ដៃគូ',
  timeframe: 'الإطار الزمني|الجدول الزمني|ពេលវេលាអនុវត្ត|ពេលវេលា',
  risk: 'الخطر|المخاطر|ហានិភ័យ',
  response: 'الاستجابة|ការឆ្លើយតប',
};

/** What stands beside that word in the name of a column, and in few other lines. */
const beside = new Set(
  foldForSearch(
    `a an and or of the to be for in by with per on from until
    main key planned proposed possible expected needed required taken involved responsible relevant related other
    no nos number numbers name names title text short description details list code codes
    usd eur khr riel us $ € % month months year years quarter quarters date dates start end due
    follow up followup implementation implement measure measures steps point points item items plan
    success progress achievement results result verification baseline
    human financial material cost costs funding funds needs
    allies partner partners stakeholder stakeholders supporting support organisation organisations organization organizations
    institution institutions agency agencies
    frame line period schedule
    risk risks assumption assumptions challenge challenges response responses mitigation strategy
    un international mechanism mechanisms treaty body bodies special procedures references reference corresponding rights
    sdg sdgs goal goals target targets sustainable development
    upr epu recommendation recommendations recommandation recommandations rec recs recommending state states received accepted supported
    action actions activity activities activite activites indicator indicators resource resources budget partnership
    de la le les des du et l d civil society cso csos ngo ngos our
    principales principaux principale principal prevues prevus proposees necessaires requises humaines financieres succes suivi resultats resultat
    activites indicateur indicateurs ressources partenaires partenaire allies calendrier echeance echeances delai delais debut fin
    risques risque reponses reponse attenuation mecanismes mecanisme autres organes traites traite correspondantes cible cibles odd osc
    y del los las el para acciones accion actividades actividad indicadores indicador recursos presupuesto socios aliados plazo plazos calendario
    cronograma riesgos riesgo respuestas respuesta mecanismos mecanismo otros organos tratados metas ods recomendacion recomendaciones`,
  ).split(/\s+/),
);

/** Words of the name of a column that are more than a name. */
const mostWords = 9;

/** Whether a heading is the name of a column as a whole: a line of words that only begins like one is none. */
export function isNameOf(column: MatrixColumn, heading: string): boolean {
  const folded = foldForSearch(heading).replace(/\s+/g, ' ').trim();
  if (wholeNames[column]?.split('|').some((name) => foldForSearch(name) === folded)) return true;
  if (!names[column].test(heading)) return false;
  // What stands in brackets explains it.
  const words = foldForSearch(heading.replace(/[([][^)\]]*[)\]]?/g, ' '))
    .split(/[^\p{L}\p{M}\p{N}$€%°º#§]+/u)
    .filter(Boolean);
  return words.length <= mostWords && (column === 'number' || words.every((word) => isBeside(word)));
}

function isBeside(word: string): boolean {
  return beside.has(word) || /^(?:time(?:frame|line|scale)?|when|deadlines?|s)$/.test(word);
}
