/** The encodings that lists come in, under the names that TextDecoder knows. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'windows-1250',
  'windows-1251',
  'windows-1256',
  'gb18030',
] as const;
export type Encoding = (typeof encodings)[number];

/** What may part the cells of a table's row. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];
