/** What one reading may cost the device. Bytes, rows and milliseconds. */
export const readingLimits = {
  /** All that is unpacked of one file: four times a sheet with a million formatted rows. A bomb stops here. */
  unpackedBytes: 600 * 1024 * 1024,
  /** What is unpacked of one part that is no sheet: texts, styles, a Word document. */
  partBytes: 128 * 1024 * 1024,
  /** Characters of cells and paragraphs that are kept: thirty times the longest list seen. */
  keptCharacters: 60 * 1024 * 1024,
  /** Characters between two tags of XML: a cell has 32,767 at most. */
  textCharacters: 8 * 1024 * 1024,
  /** Rows that hold something: the recommendations of all States in all cycles are fewer. */
  rows: 200_000,
  /** Sheets of one workbook. */
  sheets: 500,
  /** Columns that are looked at; exports have under thirty. */
  columns: 400,
  /** Cells that a merge is spread over, all merges of a sheet together. */
  mergedCells: 100_000,
  /** Separators in one line of text. */
  cellsOfLine: 20_000,
  /** Cells that one repeated cell of an OpenDocument sheet stands for. */
  repeatedCells: 500_000,
  /** Texts that the cells of a workbook point to. */
  sharedStrings: 1_000_000,
  /** Elements of XML within each other; documents have some twenty. */
  depth: 500,
  /** Of a PDF: reports have under fifty. */
  pages: 600,
  /** A reading that has not told of any progress for so long is ended. */
  silenceMs: 45_000,
  /** A reading that takes so long is ended, whatever it tells. */
  wholeMs: 5 * 60_000,
} as const;
