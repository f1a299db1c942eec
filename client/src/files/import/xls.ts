import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { gridBuilder, type Sheet } from './grid.ts';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';
import { showNumber } from './workbook/number-formats.ts';

/**
 * Reads the sheets of an Excel file from before 2007, and of pages and XML that bear the name of one. As a person sees
 * them: numbers by their format, formulas by their last result.
 */
export function readXls(bytes: Uint8Array): Sheet[] {
  const book = open(bytes);
  return book.SheetNames.map((name, index) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
    ...readSheet(book.Sheets[name]!),
  }));
}

function open(bytes: Uint8Array): WorkBook {
  try {
    // `raw`: in a page's table 110.10 stays what it says. One row more than we read tells that there is more.
    return read(bytes, {
      type: 'array',
      raw: true,
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      // Hidden rows are told only with styles.
      cellStyles: true,
      sheetRows: readingLimits.rows + 2,
    });
  } catch (problem) {
    throw new Unreadable(/password|encrypt/i.test(String(problem)) ? 'protected' : 'damaged');
  }
}

function readSheet(sheet: WorkSheet) {
  const grid = gridBuilder();
  sheet['!data']?.forEach((row, at) => {
    row?.forEach((cell, column) => {
      if (cell.v === undefined || cell.t === 'e' || cell.t === 'z') return;
      if (typeof cell.v === 'number') grid.add(at, column, showNumber(cell.v, String(cell.z ?? 'General')), true);
      else grid.add(at, column, cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v));
    });
  });
  sheet['!rows']?.forEach((row, at) => {
    if (row?.hidden) grid.hideRow(at);
  });
  for (const { s, e } of sheet['!merges'] ?? []) grid.merge(s.r, s.c, e.r, e.c);
  return grid.build();
}
