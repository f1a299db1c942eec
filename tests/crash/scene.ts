import type { VoteOpened } from '@board/shared/commands-votes';
import { type CharterItemId, groupDocument, type VoteId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import { addItem } from '@board/shared/model/charter';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import { afterAll, beforeAll } from 'vitest';
import * as Y from 'yjs';
import { createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Writer } from '../support/writer.ts';

/** A workshop with two groups of two who type, and three phones, on a real server. */
export interface Scene {
  server: ServerProcess;
  workshop: Workshop;
  /** The facilitator as one who joined, for documents. */
  facilitator: Joined;
  writers: Writer[];
  phones: Joined[];
}

async function setScene(server: ServerProcess): Promise<Scene> {
  const workshop = await createWorkshop(server.address, 'A workshop that loses its server', ['Health', 'Land']);
  const facilitator = await facilitatorOf(workshop);
  const writers: Writer[] = [];
  const phones: Joined[] = [];
  for (const { id, name } of workshop.groups) {
    for (const place of [1, 2]) {
      const who = await join(workshop, `${name} ${place}`, { groupId: id });
      writers.push(await new Writer(who, groupDocument(id), 1).synced());
    }
  }
  for (const place of [1, 2, 3]) phones.push(await join(workshop, `Phone ${place}`));
  return { server, workshop, facilitator, writers, phones };
}

/** The scene of the calling file's tests. */
export let scene: Scene;

/** The calling file's tests share one scene, on a server of its own. */
export function allOnOneScene(): void {
  beforeAll(async () => {
    scene = await setScene(await ServerProcess.start());
  });
  afterAll(async () => {
    for (const writer of scene?.writers ?? []) writer.close();
    await scene?.server.remove();
  });
}

/** Types one word into the first row's cell, making the row when there is none. */
export function typeWord(writer: Writer, word: string): void {
  writer.write(word, (doc) => {
    const row = readStrategy(doc)[0]?.id ?? addRow(doc, null);
    const cell = cellFragment(doc, { row, cell: 'mechanisms' });
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(word)]);
    cell?.push([paragraph]);
  });
}

/** All words of a document, in all rows. */
export function wordsIn({ doc }: { doc: Y.Doc }): Set<string> {
  return new Set(readStrategy(doc).flatMap((row) => row.mechanisms.split('\n')));
}

/** The facilitator writes a charter item and opens a secret vote on it. */
export async function openVoteOnNewItem(scene: Scene, words: string): Promise<VoteId> {
  const charter = await new Writer(scene.facilitator, 'charter', 1).synced();
  let itemId = '' as CharterItemId;
  charter.write(words, (doc) => {
    itemId = addItem(doc, words);
  });
  await charter.allStored();
  charter.close();
  const { caller } = scene.facilitator;
  const at = `/api/workshops/${scene.workshop.workshopId}`;
  // Votes are opened in this stage only, and stay open in every other; the groups write on.
  await caller.must('PUT', `${at}/stage`, { stage: 'charter-adoption' });
  const opened = await caller.must<VoteOpened>('POST', `${at}/votes`, {
    scope: { kind: 'item', itemId },
    rule: 'simple-majority',
    quorum: { numerator: 1, denominator: 10 },
    secrecy: 'secret',
  });
  await caller.must('PUT', `${at}/stage`, { stage: 'group-work' });
  return opened.voteId;
}

export function closeVote(scene: Scene, vote: VoteId): Promise<VoteView> {
  const path = `/api/workshops/${scene.workshop.workshopId}/votes/${vote}/close`;
  return scene.facilitator.caller.must<VoteView>('POST', path, {});
}
