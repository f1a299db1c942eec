/** What a sheet's name may have, in UTF-16 units. */
const longest = 31;
const forbidden = /[[\]:*?/\\\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** Gives each sheet a name that Excel takes: at most 31 units, no sign that it forbids, unique without regard to case. One for each workbook. */
export class SheetNames {
  readonly #taken = new Set<string>();

  /** The name for a sheet about `title`; `fallback` where nothing of it is left. */
  next(title: string, fallback: string): string {
    const plain = tidied(title) || tidied(fallback) || 'Sheet';
    // Excel keeps this name for itself.
    const base = /^history$/i.test(plain) ? `${plain}.` : plain;
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : ` (${count})`;
      const name = cut(base, longest - ending.length) + ending;
      const folded = name.toLowerCase().normalize('NFKC');
      if (this.#taken.has(folded)) continue;
      this.#taken.add(folded);
      return name;
    }
  }
}

function tidied(title: string): string {
  return title
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '');
}

/** Never cuts what is read as one sign: an emoji, a Khmer cluster. */
function cut(name: string, most: number): string {
  if (name.length <= most) return name;
  let short = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    if (short.length + segment.length > most) break;
    short += segment;
  }
  return short.replace(/[\s']+$/, '');
}
