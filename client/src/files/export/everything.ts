import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import schema from '@board/shared/workshop-file/workshop-file.schema.json' with { type: 'json' };
import { type PackedFile, pack } from '../pack.ts';
import { fileName } from './file-names.ts';
import { makeOne } from './make-one.ts';
import { arrangements, type FileOrder, type MadeFile, mediaTypes } from './orders.ts';
import type { Words } from './words.ts';

/** The names under which the archive has what a workshop is taken up from. */
const takeUpName = 'workshop.json';
const schemaName = 'workshop.schema.json';

/** All documents in one archive; with `takeUp` also the workshop as a file, and the schema that says what is in it. */
export async function everything(file: WorkshopFile, takeUp: boolean, words: Words): Promise<MadeFile> {
  const files: PackedFile[] = [];
  for (const order of ordersOf(file)) {
    const made = await makeOne(order, file, words);
    const name = unused(`${folderOf(order)}${made.name}`, files);
    files.push({ name, bytes: made.bytes, isStored: isArchive(order) });
  }
  if (takeUp)
    files.push(textFile(takeUpName, JSON.stringify(file)), textFile(schemaName, JSON.stringify(schema, null, 2)));
  return { name: fileName(file.workshop.title, 'zip'), type: mediaTypes.zip, bytes: await pack(files) };
}

function textFile(name: string, text: string): PackedFile {
  return { name, bytes: new TextEncoder().encode(text), isStored: false };
}

function ordersOf(file: WorkshopFile): Exclude<FileOrder, { what: 'everything' }>[] {
  const kinds = ['docx', 'xlsx', 'csv'] as const;
  const groups = file.groups.filter(({ strategy }) => strategy !== null);
  return [
    ...kinds.map((as) => ({ what: 'consolidated' as const, by: 'group' as const, as })),
    ...arrangements
      .filter((by) => by !== 'group')
      .map((by) => ({ what: 'consolidated' as const, by, as: 'docx' as const })),
    ...groups.flatMap(({ id: group }) => kinds.map((as) => ({ what: 'strategy' as const, group, as }))),
    ...(['docx', 'txt'] as const).map((as) => ({ what: 'charter' as const, as })),
    ...(['xlsx', 'csv'] as const).map((as) => ({ what: 'catalogue' as const, as })),
  ];
}

/** The groups' own files stand together. Names in an archive are English where a program looks for them. */
function folderOf({ what }: FileOrder): string {
  return what === 'strategy' ? 'groups/' : '';
}

function isArchive({ as }: Exclude<FileOrder, { what: 'everything' }>): boolean {
  return as === 'docx' || as === 'xlsx';
}

/** Groups may have the same name. */
function unused(name: string, files: readonly PackedFile[]): string {
  const taken = new Set(files.map((file) => file.name));
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name.slice(0, dot)} (${count})${name.slice(dot)}`;
  return free;
}
