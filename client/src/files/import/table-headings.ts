import type { TableField } from '@board/shared/upr/found';

/** Headings seen in exports and homemade lists, folded to letters and digits; English, French, Spanish, Khmer. Parted by blanks. */
const headings: Readonly<Record<TableField, string>> = {
  number: `paragraph paragraphs para no nr number num n rec recno recnumber recommendationno recommendationnumber
    paragraphe numero parrafo numerodelarecomendacion numerodelarecommandation លេខ`,
  text: `recommendation recommendations recommendationandrecommendingstate recommendationandrecommendingstates text title
    recommandation recommandations texte recomendacion recomendaciones texto អនុសាសន៍`,
  state: `rs from recommendingstate recommendingstates recommendingcountry recommendingcountries uprreccomendingstates
    uprrecommendingstates uprrecommendingcountry country countries state states madeby etat etats etatauteur
    etatrecommandant etatsrecommandants pays estadoquerecomienda estado estados pais`,
  reviewed: `sur to stateunderreview reviewedstate countriesconcerned countryconcerned etatexamine eee estadoexaminado`,
  position: `position positionofthestateunderreview positioninreport response uprposition uprpositions decision status
    governmentresponse governmentposition stateposition stateresponse reponse posicion respuesta`,
  themes: `fulllistofthemes humanrightsthemesandgroupsofpersons issue issues theme themes humanrightsissue topic topics
    tema temas`,
  persons: 'affectedpersons groupsofpersons personnesconcernees personasafectadas',
  sdgs: 'sdg sdgs relevantsdgs odd ods',
  comment: 'assessmentcommentsonlevelofimplementation notes note comment comments observations comentarios',
  session: 'session uprsession cycle uprcycle year periododesesiones ciclo',
  source: 'documentsymbol symbol sourceofposition source cote signatura',
};

const byHeading = new Map(
  (Object.entries(headings) as [TableField, string][]).flatMap(([field, names]) =>
    names.split(/\s+/).map((name) => [name, field] as const),
  ),
);

/** What each heading of a row stands for. A field is given once, to its first heading; unknown ones are null. */
export function readHeadings(row: readonly string[]): (TableField | null)[] {
  const given = new Set<TableField>();
  return row.map((heading) => {
    const field = byHeading.get(foldHeading(heading)) ?? null;
    if (field === null || given.has(field)) return null;
    given.add(field);
    return field;
  });
}

function foldHeading(heading: string): string {
  return heading
    .slice(0, 80)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
