/**
 * Workbooks write signs that XML does not take as `_x000D_`, and what merely looks like that as `_x005F_x000D_`. The two
 * functions undo each other, for words without such signs.
 */

/** Words as a workbook writes them. */
export function escapeSigns(text: string): string {
  return text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
}

/** Words as they are read in a workbook. */
export function unescapeSigns(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
