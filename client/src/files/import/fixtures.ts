import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** Small files of every kind, made for tests. All words in them are invented. */

/** Packs parts into a zipped document. With `password` every part is locked with it. */
export async function zipped(parts: Readonly<Record<string, string>>, password?: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, text] of Object.entries(parts))
    await writer.add(name, new TextReader(text), password === undefined ? {} : { password, zipCrypto: true });
  return writer.close();
}

/** One cell: text, or a number with the index of its format in `formats`, or a formula's last result. */
export type CellMade = string | number | { number: number; format: number } | { formula: string; result: string };

export interface SheetMade {
  name: string;
  rows: readonly (readonly (CellMade | null)[])[];
  merges?: readonly string[];
  /** Rows counted from 1. */
  hiddenRows?: readonly number[];
  state?: 'hidden';
  /** XML behind the rows, as it is. */
  extra?: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook of the kind that ends in .xlsx. `formats` are number formats, the first one General. */
export function workbook(sheets: readonly SheetMade[], formats: readonly string[] = ['General']): Promise<Uint8Array> {
  return zipped(workbookParts(sheets, formats));
}

export function workbookParts(sheets: readonly SheetMade[], formats: readonly string[]): Record<string, string> {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(({ name, state }, at) => `<sheet name="${escaped(name)}" ${state ? `state="${state}" ` : ''}r:id="r${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${sheets
      .map((_, at) => `<Relationship Id="r${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)
      .join('')}<Relationship Id="s" Type="${relations}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${formats
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at}.xml`] = sheetPart(sheet);
  });
  return parts;
}

function sheetPart({ rows, merges = [], hiddenRows = [], extra = '' }: SheetMade): string {
  const body = rows.map((cells, row) => {
    const hidden = hiddenRows.includes(row + 1) ? ' hidden="1"' : '';
    return `<row r="${row + 1}"${hidden}>${cells.map((cell, column) => cellPart(cell, row, column)).join('')}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${main}"><sheetData>${body.join('')}${extra}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function cellPart(cell: CellMade | null, row: number, column: number): string {
  const name = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (cell === null) return `<c r="${name}" s="0"/>`;
  if (typeof cell === 'string') return `<c r="${name}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if ('number' in cell) return `<c r="${name}" s="${cell.format}"><v>${cell.number}</v></c>`;
  return `<c r="${name}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.result)}</v></c>`;
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document of one table; a row of one cell goes over its whole width. `head` is the head of its pages. */
export function wordTable(rows: readonly (readonly string[])[], head = ''): Promise<Uint8Array> {
  const width = Math.max(...rows.map((row) => row.length));
  const table = rows.map((cells) => {
    const span = cells.length === 1 ? `<w:tcPr><w:gridSpan w:val="${width}"/></w:tcPr>` : '';
    return `<w:tr>${cells.map((cell) => `<w:tc>${span}${paragraphs(cell)}</w:tc>`).join('')}</w:tr>`;
  });
  return wordDocument(`<w:tbl>${table.join('')}</w:tbl>`, head);
}

/** A Word document from the XML of its body; `numbering` is the XML of its lists. */
export function wordDocument(body: string, head = '', numbering = ''): Promise<Uint8Array> {
  const lists =
    numbering === '' ? {} : { 'word/numbering.xml': `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>` };
  const parts = {
    ...lists,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  };
  return zipped(
    head === '' ? parts : { ...parts, 'word/header1.xml': `<w:hdr xmlns:w="${word}">${paragraphs(head)}</w:hdr>` },
  );
}

/** A line each; every word in a run of its own, as Word breaks them up. */
export function paragraphs(text: string): string {
  const runs = (line: string) =>
    line.split(/(?<= )/).map((piece) => `<w:r><w:t xml:space="preserve">${escaped(piece)}</w:t></w:r>`);
  return text
    .split('\n')
    .map((line) => `<w:p>${runs(line).join('')}</w:p>`)
    .join('');
}

/** An OpenDocument spreadsheet from the XML of its tables. */
export function openDocument(tables: string, kind = 'spreadsheet', manifest = ''): Promise<Uint8Array> {
  const office = 'urn:oasis:names:tc:opendocument:xmlns';
  const spaces = `xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0" xmlns:style="${office}:style:1.0"`;
  const type = `application/vnd.oasis.opendocument.${kind}`;
  return zipped({
    mimetype: type,
    'META-INF/manifest.xml': `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="${type}"/>${manifest}</m:manifest>`,
    'content.xml': `<office:document-content ${spaces}>${tables}</office:document-content>`,
  });
}

/** A PDF whose pages hold these pieces of text: place from the left and from below, size, words (Latin letters only). */
export function pdf(
  pages: readonly (readonly [x: number, y: number, size: number, words: string][])[],
  trailer = '',
): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((pieces, at) => {
    const drawn = pieces
      .map(([x, y, size, words]) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    );
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
