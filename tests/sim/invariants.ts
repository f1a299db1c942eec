import { type DocumentName, type PersonId, parseDocumentName } from '@board/shared/ids';
import { decodeFrame } from '@board/shared/protocol/codec';
import * as Y from 'yjs';
import type { Entry } from '../../server/src/ports.ts';

/** What one connection has handed to its room, in order, as far as the room had to take it. */
export interface Handed {
  document: DocumentName;
  writes: { counts: boolean; update: Uint8Array }[];
  /** Something was refused: from then on the count says nothing about this list. */
  isRefused: boolean;
}

const wordPattern = /<[a-z0-9]+\.\d+>/g;

/**
 * Stands beside the simulated server and watches everything that passes. Throws at once when
 * (1) something is told to be stored that is not on the disk, (2) somebody is shown what is not on the disk,
 * (3) the disk holds words that were never handed over by somebody who might write there.
 */
export class Watcher {
  readonly #durable = new Map<DocumentName, Y.Doc>();
  readonly #snapshots = new Map<DocumentName, Y.Snapshot>();
  readonly #allowedWords = new Set<string>();
  readonly #allowedAuthors = new Set<string>();

  /** A document as it is on the disk. */
  durable(document: DocumentName): Y.Doc {
    let doc = this.#durable.get(document);
    if (!doc) {
      doc = new Y.Doc();
      this.#durable.set(document, doc);
    }
    return doc;
  }

  /** Entries have reached the disk. */
  written(entries: readonly Entry[]): void {
    for (const { author, body } of entries) {
      if (body.kind === 'decision') continue;
      Y.applyUpdate(this.durable(body.document), body.kind === 'update' ? body.update : body.state);
      this.#snapshots.delete(body.document);
      if (body.kind === 'update') this.#checkAuthor(author, body.document, body.update);
    }
  }

  /** A frame is handed to the room by somebody who may, or may not, write there now. */
  handed(handed: Handed, person: PersonId, mayWrite: boolean, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (!frame.ok || (frame.value.type !== 'update' && frame.value.type !== 'answer')) return;
    const { update } = frame.value;
    if (!mayWrite) {
      handed.isRefused ||= !this.#isOnDisk(handed.document, update);
      return;
    }
    this.#allowedAuthors.add(`${person} ${handed.document}`);
    for (const word of wordsOf(update)) this.#allowedWords.add(word);
    handed.writes.push({ counts: frame.value.type === 'update', update });
  }

  /** A frame leaves the room for somebody. */
  shown(handed: Handed, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes);
    if (!frame.ok) throw new Error(`the room sent a frame that cannot be read: ${frame.problem}`);
    const { value } = frame;
    if ((value.type === 'answer' || value.type === 'update') && !this.#isOnDisk(handed.document, value.update))
      throw new Error(`${handed.document}: shown before it was durable`);
    if (value.type === 'stored' && !handed.isRefused) this.#checkStored(handed, value.count);
  }

  #checkStored(handed: Handed, count: number): void {
    let counted = 0;
    for (const { counts, update } of handed.writes) {
      if (counts) counted += 1;
      if (counted > count) return;
      const isLast = counted === count && !counts;
      if (!isLast && !this.#isOnDisk(handed.document, update))
        throw new Error(`${handed.document}: told ${count} stored, but the ${counted}. is not on the disk`);
    }
    if (counted < count)
      throw new Error(`${handed.document}: told ${count} stored, but only ${counted} were handed over`);
  }

  #checkAuthor(author: PersonId | null, document: DocumentName, update: Uint8Array): void {
    if (!this.#allowedAuthors.has(`${author} ${document}`))
      throw new Error(`${document}: ${author} is on the disk and never might write there`);
    for (const word of wordsOf(update))
      if (!this.#allowedWords.has(word)) throw new Error(`${document}: ${word} is on the disk and was never allowed`);
  }

  #isOnDisk(document: DocumentName, update: Uint8Array): boolean {
    let snapshot = this.#snapshots.get(document);
    if (!snapshot) {
      snapshot = Y.snapshot(this.durable(document));
      this.#snapshots.set(document, snapshot);
    }
    return Y.snapshotContainsUpdate(snapshot, update);
  }
}

/** Two documents in words and structure, for people to compare when they differ. */
export function contents(doc: Y.Doc): string {
  return JSON.stringify(doc.getMap('rows').toJSON());
}

/** True when both documents hold the same history. */
export function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return contents(a) === contents(b) && Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b));
}

/** The words of actors in the bytes of an update: they are plain ASCII and never split. */
function wordsOf(update: Uint8Array): string[] {
  return Buffer.from(update).toString('latin1').match(wordPattern) ?? [];
}

/** A document name that must be one; for tests that make their own ids. */
export function documentNamed(text: string): DocumentName {
  const name = parseDocumentName(text);
  if (name === null) throw new RangeError(`${text} is no document`);
  return name;
}
