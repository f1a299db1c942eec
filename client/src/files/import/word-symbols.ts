/** Ticks, crosses and boxes of the fonts of symbols, by the places that Word keeps them at. */
const byFont: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: { FC: '✓', FE: '☑', FB: '✗', FD: '☒', '78': '☒', A8: '☐', '6F': '☐' },
  'wingdings 2': { '50': '✓', '52': '☑', '4F': '✗', '51': '☒', '53': '☒', '54': '☒', A3: '☐' },
};

/** What a sign of a font of symbols marks; '' for all others, which are only for the look. */
export function tickOfSymbol(font: string, place: string): string {
  return byFont[font.toLowerCase()]?.[place.toUpperCase().replace(/^F0/, '')] ?? '';
}
