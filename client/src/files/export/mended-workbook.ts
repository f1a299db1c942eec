import { openArchive, textOfPart } from '../import/archive.ts';
import { type PackedFile, pack } from '../pack.ts';

/** Words of a cell that begin or end with white space. */
const wordsWithEnds = /<t>(?=\s|[^<]*\s<\/t>)/g;

/** The workbook with its sheets as spreadsheets need them, where the library writes them otherwise. */
export async function mendedWorkbook(workbook: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const archive = await openArchive(workbook);
  const encoder = new TextEncoder();
  const files: PackedFile[] = [];
  for (const name of archive.names) {
    const text = await textOfPart(archive, name);
    const isSheet = name.startsWith('xl/worksheets/sheet');
    files.push({ name, bytes: encoder.encode(isSheet ? mendedSheet(text) : text), isStored: false });
  }
  return pack(files);
}

/**
 * Heights are mere estimates: whoever opens it may find better ones, and a row grows when somebody writes in it. White
 * space at the ends of a cell's words is kept, which spreadsheets take off unasked.
 */
function mendedSheet(xml: string): string {
  return xml
    .replace(/(<row [^>]*?) customHeight="(?:1|true)"/g, '$1')
    .replace(wordsWithEnds, '<t xml:space="preserve">');
}
