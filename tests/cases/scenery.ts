import type { WorkshopCreated } from '@board/shared/commands';
import { type DocumentName, groupDocument } from '@board/shared/ids';
import { fillFragment } from '@board/shared/model/read';
import { cellFragment, readStrategy, type StrategyRow } from '@board/shared/model/strategy';
import { addRow } from '@board/shared/model/strategy-edits';
import * as Y from 'yjs';
import { Caller } from '../support/caller.ts';
import { by, createWorkshop, facilitatorOf, type Joined, join, type Workshop } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';
import { Writer } from '../support/writer.ts';

/** A server, and a network in front of it that a test can slow down and cut. All of it is gone after `clear`. */
export class Scenery {
  readonly server: ServerProcess;
  readonly network: TcpProxy;
  readonly #writers: Writer[] = [];

  private constructor(server: ServerProcess, network: TcpProxy) {
    this.server = server;
    this.network = network;
  }

  static async set(delay = 0): Promise<Scenery> {
    const server = await ServerProcess.start();
    return new Scenery(server, await TcpProxy.before(server.port, { delay }));
  }

  /** Opens a document in a new tab, through the network. */
  open(who: Joined, document: DocumentName): Writer {
    const writer = new Writer(by(this.network.address, who), document, 1);
    this.#writers.push(writer);
    return writer;
  }

  async clear(): Promise<void> {
    for (const writer of this.#writers) writer.close();
    await this.network.close();
    await this.server.remove();
  }
}

/** A workshop that begins filled, with its facilitator as somebody who has joined. */
export async function filledWorkshop(address: string): Promise<{ workshop: Workshop; facilitator: Joined }> {
  const caller = new Caller(address);
  const created = await caller.must<WorkshopCreated>('POST', '/api/demonstrations', {});
  const workshop = { ...created, facilitator: caller };
  return { workshop, facilitator: await facilitatorOf(workshop) };
}

/** A workshop with one group and two of its members. */
export async function smallWorkshop(address: string): Promise<{ pair: [Joined, Joined]; document: DocumentName }> {
  const workshop = await createWorkshop(address, 'A workshop', ['Health']);
  const groupId = workshop.groups[0]!.id;
  const pair: [Joined, Joined] = [await join(workshop, 'A', { groupId }), await join(workshop, 'B', { groupId })];
  return { pair, document: groupDocument(groupId) };
}

/** Adds so many rows, each with its number in its first cell. */
export function addRows(doc: Y.Doc, count: number): void {
  doc.transact(() => {
    for (let place = 0; place < count; place++) setCell(doc, { id: addRow(doc, null) }, `row ${place}`);
  });
}

/** Puts words into a row's first cell, in the place of those that are there. */
export function setCell(doc: Y.Doc, { id }: Pick<StrategyRow, 'id'>, words: string): void {
  const cell = cellFragment(doc, { row: id, cell: 'mechanisms' })!;
  doc.transact(() => {
    cell.delete(0, cell.length);
    fillFragment(cell, words);
  });
}

export const cells = (doc: Y.Doc): string[] => readStrategy(doc).map(({ mechanisms }) => mechanisms);

/** Two documents hold the same, deleted things included. */
export function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}
