const dash = '[-\\u2010-\\u2013]';
const dashed = new RegExp(
  `(?<![\\d./\\p{L}\\u2010-\\u2015\\u2212-])(\\d{1,3})${dash}(\\d{1,3})(?:(${dash})(?:\\1${dash})?(\\d{1,3}))?(?![\\d/%\\p{L}]|[.\\u2010-\\u2015-]\\d)`,
  'gu',
);
/** Behind such words stand the paragraphs of a document. */
const paragraphs = /(?:\bpara(?:graph|graphe|s|)s?\.?|\bpárrafos?|\bpages?|§)\s*$/iu;
/** Recommendations stand under paragraphs of a report, which has dozens before them. */
const leastSection = 10;

/**
 * A reply's words with points in the place of dashes in numbers such as 118-1; as long as they were. 118-120 may be a range:
 * only where a text has a number of that paragraph that can be none, since it goes down, are its dashes points.
 */
export function withPoints(text: string): string {
  const sections = new Set<string>();
  for (const [, section, item] of text.matchAll(dashed))
    if (Number(section) >= leastSection && Number(item) < Number(section)) sections.add(section!);
  if (sections.size === 0) return text;
  return text.replace(dashed, (printed: string, section: string, ...rest: unknown[]) => {
    const at = rest.find((one) => typeof one === 'number') as number;
    const isOne = sections.has(section) && !paragraphs.test(text.slice(Math.max(0, at - 24), at));
    return isOne ? printed.replace(new RegExp(`(?<=^|${dash})${section}${dash}`, 'gu'), `${section}.`) : printed;
  });
}
