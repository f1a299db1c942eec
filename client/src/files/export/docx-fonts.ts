/**
 * The fonts of a document, and what stands in for each where it is not installed: programs look for the second name before
 * they choose by themselves, and then often one without the script.
 */
const fonts: readonly (readonly [name: string, instead: string, family: 'swiss' | 'roman'])[] = [
  ['Noto Sans', 'Segoe UI', 'swiss'],
  ['Noto Sans Khmer', 'Khmer UI', 'swiss'],
  ['Noto Sans Arabic', 'Segoe UI', 'swiss'],
  ['Noto Serif', 'Cambria', 'roman'],
  ['Noto Serif Khmer', 'DaunPenh', 'roman'],
  ['Noto Naskh Arabic', 'Times New Roman', 'roman'],
];

/** The part of a document that lists its fonts. */
export function fontTable(): { path: string; data: string } {
  const entries = fonts.map(
    ([name, instead, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  return { path: 'word/fontTable.xml', data: `${head}<w:fonts xmlns:w="${namespace}">${entries.join('')}</w:fonts>` };
}
