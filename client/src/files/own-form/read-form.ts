import { fail, ok, type Result } from '@board/shared/result';
import type { ColumnNamer } from '../../strategy/clipboard/paste-headings.ts';
import type { FormProblem, FormTable } from './form.ts';
import { readDocx } from './read-docx.ts';
import { readXlsx } from './read-xlsx.ts';
import { tidyRows } from './tidy-rows.ts';
import { unpack } from './unpack.ts';

/** Reads a Word or Excel file in the form of the table. Never throws: what cannot be read has its reason. */
export async function readForm(bytes: Uint8Array, nameOf: ColumnNamer): Promise<Result<FormTable[], FormProblem>> {
  const unpacked = await unpack(bytes);
  if (!unpacked.ok) return unpacked;
  try {
    const tables =
      unpacked.value.kind === 'docx'
        ? readDocx(unpacked.value.parts, nameOf)
        : await readXlsx(unpacked.value.bytes, nameOf);
    if (tables.length === 0) return fail('no-table');
    const tidy = tables.map(({ title, rows }) => ({ title, rows: tidyRows(rows) }));
    const filled = tidy.filter(({ rows }) => rows.length > 0);
    return filled.length > 0 ? ok(filled) : fail('empty');
  } catch {
    return fail('damaged');
  }
}
