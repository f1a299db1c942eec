import type { GroupId } from '@board/shared/ids';
import type { GroupPart, WorkshopFile } from '@board/shared/workshop-file/parts';
import { catalogueCsv, catalogueXlsx } from './catalogue-tables.ts';
import { charterDocx } from './charter-docx.ts';
import { charterText } from './charter-text.ts';
import { fileName } from './file-names.ts';
import { type FileOrder, type MadeFile, mediaTypes } from './orders.ts';
import { consolidated, contentOfGroup } from './strategy-content.ts';
import { strategyCsv } from './strategy-csv.ts';
import { strategyDocx } from './strategy-docx.ts';
import { consolidatedXlsx, groupXlsx } from './strategy-xlsx.ts';
import type { Words } from './words.ts';

type OneOrder = Exclude<FileOrder, { what: 'everything' }>;

/** Makes one file. Throws for a group that is not in the workshop. */
export async function makeOne(order: OneOrder, file: WorkshopFile, words: Words): Promise<MadeFile> {
  return { name: nameOf(order, file, words), type: mediaTypes[order.as], bytes: await bytesOf(order, file, words) };
}

function bytesOf(order: OneOrder, file: WorkshopFile, words: Words): Promise<Uint8Array<ArrayBuffer>> {
  switch (order.what) {
    case 'strategy':
      return groupBytes(order, file, words);
    case 'consolidated':
      return consolidatedBytes(order, file, words);
    case 'charter':
      return order.as === 'docx' ? charterDocx(file, words) : Promise.resolve(charterText(file, words));
    case 'catalogue':
      return order.as === 'xlsx' ? catalogueXlsx(file, words) : Promise.resolve(catalogueCsv(file, words));
  }
}

async function groupBytes(
  { group: id, as }: Extract<OneOrder, { what: 'strategy' }>,
  file: WorkshopFile,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const group = groupOf(file, id);
  if (as === 'xlsx') return groupXlsx(file, group, words);
  const content = contentOfGroup(file, group, words);
  if (as === 'csv') return strategyCsv(content, words);
  return strategyDocx(file, { title: titleOf(group, words), content, withGroups: false }, words);
}

async function consolidatedBytes(
  { by, as }: Extract<OneOrder, { what: 'consolidated' }>,
  file: WorkshopFile,
  words: Words,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = consolidated(file, by, words);
  if (as === 'xlsx') return consolidatedXlsx(file, content, words);
  if (as === 'csv') return strategyCsv(content, words);
  const title = words.t('takehome:doc.consolidated');
  return strategyDocx(file, { title, content, withGroups: by !== 'group' }, words);
}

function titleOf({ name }: GroupPart, { t }: Words): string {
  return `${t('takehome:doc.strategy')}: ${name}`;
}

function nameOf(order: OneOrder, file: WorkshopFile, words: Words): string {
  const { t } = words;
  switch (order.what) {
    case 'strategy':
      return fileName(titleOf(groupOf(file, order.group), words), order.as);
    case 'consolidated':
      return fileName(`${t('takehome:doc.consolidated')} - ${t(`takehome:doc.by.${order.by}`)}`, order.as);
    case 'charter':
      return fileName(t('charter:title'), order.as);
    case 'catalogue':
      return fileName(t('takehome:doc.catalogue'), order.as);
  }
}

function groupOf({ groups }: WorkshopFile, id: GroupId): GroupPart {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new Error('no such group');
  return group;
}
