import { groupDocument } from '@board/shared/ids';
import type { GroupPart, WorkshopFile } from '@board/shared/workshop-file/parts';
import { documentsOf } from '@board/shared/workshop-file/write-documents';
import type { MatrixColumn } from '../../strategy/grid/matrix.ts';
import { makeOne } from '../export/make-one.ts';
import type { FileOrder } from '../export/orders.ts';
import { testWords } from '../export/words.fixture.ts';
import type { Words } from '../export/words.ts';
import type { FormTable } from './form.ts';
import { readForm } from './read-form.ts';

/** Files in the table's own form, made and read. For tests. */

export const kinds = ['docx', 'xlsx'] as const;

export async function tablesOf(bytes: Uint8Array, words: Words): Promise<FormTable[]> {
  const read = await readForm(bytes, (column: MatrixColumn) => words.t(`strategy:column.${column}`));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

export async function made(order: Exclude<FileOrder, { what: 'everything' }>, file: WorkshopFile, language: string) {
  const words = await testWords(language);
  const { bytes } = await makeOne(order, file, words);
  return tablesOf(bytes, words);
}

export const byNumber = (file: WorkshopFile) => new Map(file.recommendations.map(({ number, id }) => [number, id]));
export const docOf = (file: WorkshopFile, { id }: GroupPart) => new Map(documentsOf(file)).get(groupDocument(id))!;
