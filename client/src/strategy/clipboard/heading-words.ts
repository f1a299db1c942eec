import { foldForSearch } from '../../fold-for-search.ts';
import type { MatrixColumn } from '../grid/matrix.ts';

/** What columns are called in English and French, by a word that says it. */
const names: Record<MatrixColumn, RegExp> = {
  number:
    /^(?:(?:(?:recommendations?|recommandations?|recs?|upr|epu)\.?\s*)?(?:no|nr|nos|number|num|numéro|n[°º]|#)\.?|para(?:graphe?)?s?\.?|§)$/i,
  recommendation: /^(?:recomm[ae]ndation|recs?\.?$)/i,
  mechanisms: /mechanism|treaty|corresponding/i,
  sdg: /\bsdgs?\b|target/i,
  text: /^(action|activit)/i,
  indicator: /^indicator/i,
  resources: /^(resource|budget)/i,
  partners: /^(partner|ally|allies)/i,
  timeframe: /^(time|when|deadline)/i,
  risk: /^risks?\b(?!.*response)/i,
  response: /response|mitigation/i,
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
    de la le les des du et l d civil society`,
  ).split(/\s+/),
);

/** Words of the name of a column that are more than a name. */
const mostWords = 9;

/** Whether a heading is the name of a column as a whole: a line of words that only begins like one is none. */
export function isNameOf(column: MatrixColumn, heading: string): boolean {
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
