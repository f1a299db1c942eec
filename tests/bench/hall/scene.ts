import { readFile } from 'node:fs/promises';
import { groupDocument } from '@board/shared/ids';
import { addItem, readItems } from '@board/shared/model/charter';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import * as Y from 'yjs';
import { root } from '../../scripts/run.ts';
import { createWorkshop, facilitatorOf, join, type Workshop } from '../../support/people.ts';
import { Writer } from '../../support/writer.ts';

const groups = 11;
const writersPerGroup = 6;
const keysPerSecond = 2;

/** A workshop with something to vote on, in the stage that opens votes; the groups’ tables are open all the same. */
export async function prepareWorkshop(address: string): Promise<{ workshop: Workshop; itemId: string }> {
  const names = Array.from({ length: groups }, (_, place) => `Group ${place + 1}`);
  const workshop = await createWorkshop(address, 'A hall to be measured', names);
  const writer = await new Writer(await facilitatorOf(workshop), 'charter', 1).synced();
  writer.write('item', (doc) => void addItem(doc, 'We meet again in May and publish what we have done.'));
  await writer.allStored();
  const itemId = readItems(writer.doc)[0]!.id;
  writer.close();
  const { facilitator, workshopId } = workshop;
  for (const { id } of workshop.groups) {
    await facilitator.must('PATCH', `/api/workshops/${workshopId}/groups/${id}`, { open: true });
  }
  await facilitator.must('PUT', `/api/workshops/${workshopId}/stage`, { stage: 'charter-adoption' });
  return { workshop, itemId };
}

/** Every group’s people go on writing while the hall votes. They belong to the roll, and do not vote. */
export async function writeOn(workshop: Workshop): Promise<{ writers: number; stop: () => void }> {
  const writers: Writer[] = [];
  const timers: NodeJS.Timeout[] = [];
  for (const { id } of workshop.groups) {
    for (let place = 0; place < writersPerGroup; place++) {
      const who = await join(workshop, `Writer ${place}`, { groupId: id });
      const writer = await new Writer(who, groupDocument(id), 1).synced();
      const text = new Y.XmlText();
      writer.write('row', (doc) => {
        const row = addRow(doc, null);
        const action = readStrategy(doc).find((one) => one.id === row)!.actions[0]!.id;
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [text]);
        cellFragment(doc, { row, action, cell: 'text' })?.push([paragraph]);
      });
      timers.push(setInterval(() => writer.write('key', () => text.insert(text.length, 'a')), 1000 / keysPerSecond));
      writers.push(writer);
    }
  }
  const stop = (): void => {
    for (const timer of timers) clearInterval(timer);
    for (const writer of writers) writer.close();
  };
  return { writers: writers.length, stop };
}

interface BuiltFile {
  file: string;
  css?: string[];
  imports?: string[];
}

/** What a browser loads for the voting page with English words, as paths; needs `vite build client`. */
export async function votePageFiles(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(`${root}client/dist/.vite/manifest.json`, 'utf8')) as Record<
    string,
    BuiltFile
  >;
  const wanted = /^index\.html$|pages\/vote\/vote-page\.tsx$|locales\/en\/(frame|vote)\.json$|consensus\/paper\.ts$/;
  const files = new Set<string>();
  const take = (name: string): void => {
    const built = manifest[name];
    if (!built || files.has(`/${built.file}`)) return;
    for (const file of [built.file, ...(built.css ?? [])]) files.add(`/${file}`);
    built.imports?.forEach(take);
  };
  for (const name of Object.keys(manifest)) if (wanted.test(name)) take(name);
  return [...files].filter((file) => !file.endsWith('.html'));
}
