import type { DocumentName, PersonId } from '@board/shared/ids';
import { decodeFrame } from '@board/shared/protocol/codec';
import * as Y from 'yjs';
import type { Entry } from '../../server/src/ports.ts';

/** What one connection has handed to its room, in order. */
export interface Handed {
  document: DocumentName;
  generation: number;
  person: PersonId;
  /** Handed over, and not yet asked about. */
  unasked: Write[];
  /** Handed over and allowed. */
  allowed: Write[];
}

interface Write {
  /** An update of its own, not an answer to the server's state vector. */
  counts: boolean;
  update: Uint8Array;
}

const wordPattern = /<[a-z0-9]+\.\d+>/g;

/**
 * Stands beside the simulated server and watches everything that passes. It writes down a fault when
 * (1) something is told to be stored that is not on the disk, (2) somebody is shown what is not on the disk,
 * (3) the disk holds words that were never handed over by somebody who might write there, in that generation.
 */
export class Watcher {
  readonly faults: string[] = [];
  readonly #durable = new Map<string, Y.Doc>();
  readonly #snapshots = new Map<string, Y.Snapshot>();
  readonly #allowedWords = new Set<string>();
  readonly #generations = new Map<DocumentName, number>();
  readonly #allowedAuthors = new Set<string>();

  /** The live generation of a document. */
  generation(document: DocumentName): number {
    return this.#generations.get(document) ?? 1;
  }

  /** A document as it is on the disk, its live generation unless another is asked for. */
  durable(document: DocumentName, generation = this.generation(document)): Y.Doc {
    const key = `${document} ${generation}`;
    let doc = this.#durable.get(key);
    if (!doc) {
      doc = new Y.Doc();
      this.#durable.set(key, doc);
    }
    return doc;
  }

  /** Entries have reached the disk. */
  written(entries: readonly Entry[]): void {
    for (const { author, body } of entries) {
      if (body.kind === 'decision') continue;
      const { document, generation } = body;
      if (body.kind === 'document') this.#generations.set(document, generation);
      Y.applyUpdate(this.durable(document, generation), body.kind === 'update' ? body.update : body.state);
      this.#snapshots.delete(`${document} ${generation}`);
      if (body.kind === 'update') this.#checkAuthor(author, `${document} ${generation}`, body.update);
    }
  }

  /** A frame is handed to the room. */
  handed(handed: Handed, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (!frame.ok || (frame.value.type !== 'update' && frame.value.type !== 'answer')) return;
    handed.unasked.push({ counts: frame.value.type === 'update', update: frame.value.update });
  }

  /** The room asks about the next write of this connection: it asks once for each, in their order. */
  asked(handed: Handed, isAllowed: boolean): void {
    // What a full disk has refused is asked about again.
    const write = handed.unasked.shift();
    if (!write || !isAllowed) return;
    const place = `${handed.document} ${handed.generation}`;
    this.#allowedAuthors.add(`${handed.person} ${place}`);
    for (const word of wordsOf(write.update)) this.#allowedWords.add(`${word} ${place}`);
    handed.allowed.push(write);
  }

  /** A frame leaves the room for somebody. */
  shown(handed: Handed, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (!frame.ok) {
      this.faults.push(`${handed.document}: the room sent a frame that cannot be read (${frame.problem})`);
      return;
    }
    const { value } = frame;
    if ((value.type === 'answer' || value.type === 'update') && !this.#isOnDisk(handed, value.update))
      this.faults.push(`${handed.document}: shown before it was durable`);
    if (value.type === 'stored') this.#checkStored(handed, value.count);
  }

  /** Everything up to the counted update must be on the disk, answers that were sent before it included. */
  #checkStored(handed: Handed, count: number): void {
    const { document, allowed } = handed;
    const places = allowed.flatMap(({ counts }, place) => (counts ? [place] : []));
    if (places.length < count) {
      this.faults.push(`${document}: told ${count} stored, but only ${places.length} were handed over`);
      return;
    }
    const last = count === 0 ? -1 : places[count - 1]!;
    if (!allowed.slice(0, last + 1).every(({ update }) => this.#isOnDisk(handed, update)))
      this.faults.push(`${document}: told ${count} stored that are not all on the disk`);
  }

  #checkAuthor(author: PersonId | null, place: string, update: Uint8Array): void {
    if (!this.#allowedAuthors.has(`${author} ${place}`))
      this.faults.push(`${place}: ${author} is on the disk and never might write there`);
    for (const word of wordsOf(update))
      if (!this.#allowedWords.has(`${word} ${place}`))
        this.faults.push(`${place}: ${word} is on the disk and was never allowed`);
  }

  #isOnDisk({ document, generation }: Handed, update: Uint8Array): boolean {
    const place = `${document} ${generation}`;
    let snapshot = this.#snapshots.get(place);
    if (!snapshot) {
      snapshot = Y.snapshot(this.durable(document, generation));
      this.#snapshots.set(place, snapshot);
    }
    return Y.snapshotContainsUpdate(snapshot, update);
  }
}

/** A document's content as text, the same for the same content: maps are written in the order of their keys. */
export function contents(doc: Y.Doc): string {
  return JSON.stringify(doc.getMap('rows').toJSON(), (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** True when both documents hold the same history. */
export function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return contents(a) === contents(b) && Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b));
}

/** The words of actors in the bytes of an update: they are plain ASCII and never split. */
function wordsOf(update: Uint8Array): string[] {
  return Buffer.from(update).toString('latin1').match(wordPattern) ?? [];
}
