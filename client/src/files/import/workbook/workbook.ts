import type { Archive } from '../archive.ts';
import type { Sheet } from '../grid.ts';
import { Unreadable } from '../unreadable.ts';
import { readXml } from '../xml.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheetPart } from './sheet-part.ts';

const mainPart = 'xl/workbook.xml';

/** Reads all sheets of a workbook, hidden ones too, in their order. Charts and macros are not looked at. */
export async function readWorkbook(archive: Archive): Promise<Sheet[]> {
  const targets = await readRelations(archive);
  const partOf = (kind: string): string => [...targets.values()].find((target) => target.kind === kind)?.part ?? '';
  const context = {
    strings: await readSharedStrings(archive, partOf('sharedStrings')),
    show: await readNumberFormats(archive, partOf('styles')),
  };
  const sheets: Sheet[] = [];
  for (const { name, relation, hidden } of await readSheetList(archive)) {
    const target = targets.get(relation);
    if (target?.kind !== 'worksheet' || !archive.has(target.part)) continue;
    sheets.push({ name, hidden, ...(await readSheetPart(archive, target.part, context)) });
  }
  if (sheets.length === 0) throw new Unreadable('damaged');
  return sheets;
}

interface Target {
  part: string;
  /** Last word of the relation's type: `worksheet`, `styles`, `sharedStrings`, `chartsheet` … */
  kind: string;
}

async function readRelations(archive: Archive): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  const xml = readXml({
    open(name, attribute) {
      if (name !== 'Relationship') return;
      const target = attribute('Target');
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      targets.set(attribute('Id'), { part, kind: attribute('Type').split('/').at(-1) ?? '' });
    },
  });
  await archive.read('xl/_rels/workbook.xml.rels', xml.write);
  xml.end();
  return targets;
}

interface ListedSheet {
  name: string;
  relation: string;
  hidden: boolean;
}

async function readSheetList(archive: Archive): Promise<ListedSheet[]> {
  const list: ListedSheet[] = [];
  const xml = readXml({
    open(name, attribute) {
      if (name !== 'sheet') return;
      list.push({ name: attribute('name'), relation: attribute('id'), hidden: attribute('state').includes('idden') });
    },
  });
  await archive.read(mainPart, xml.write);
  xml.end();
  return list;
}
