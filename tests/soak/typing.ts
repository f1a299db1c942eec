import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import * as Y from 'yjs';
import type { Writer } from '../support/writer.ts';

const keys = 'abcdefghijklmnopqrstuvwxyz ';
/** Milliseconds of one step of the histogram. */
const step = 50;

/** Somebody who types one key after the other at the end of a cell's words. */
export class Editor {
  readonly writer: Writer;
  /** When each key was typed, by `performance.now()`. */
  readonly typedAt: number[] = [];
  /** All keys in their order: what must stand in the cell at the end. */
  typed = '';
  readonly #text: Y.XmlText;

  /** Takes its place in a row that is there, and makes a paragraph of its own in it. */
  constructor(writer: Writer, row: number) {
    this.writer = writer;
    const { id } = readStrategy(writer.doc)[row]!;
    const cell = cellFragment(writer.doc, { row: id, cell: 'mechanisms' })!;
    this.#text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    writer.write('paragraph', () => {
      paragraph.insert(0, [this.#text]);
      cell.push([paragraph]);
    });
  }

  type(): void {
    const key = keys[this.typedAt.length % keys.length]!;
    this.typedAt.push(performance.now());
    this.typed += key;
    this.writer.write('key', () => this.#text.insert(this.#text.length, key));
  }
}

/** How long it took until keys were seen by others. */
export class Latencies {
  readonly #steps: number[] = [];
  count = 0;

  /** Watches an editor's document for the keys of all others. */
  watch(reader: Editor, all: readonly Editor[]): void {
    const byClient = new Map(all.map((editor) => [editor.writer.doc.clientID, editor]));
    const seen = new Map<Editor, number>();
    reader.writer.doc.getMap('rows').observeDeep((events, { local }) => {
      if (local) return;
      const now = performance.now();
      for (const { target } of events) {
        const author = target instanceof Y.XmlText ? byClient.get(target._item?.id.client ?? -1) : undefined;
        if (!author || author === reader) continue;
        for (let key = seen.get(author) ?? 0; key < target.length; key++) this.#note(now - author.typedAt[key]!);
        seen.set(author, target.length);
      }
    });
  }

  /** The share of keys that were seen within so many milliseconds. */
  shareWithin(milliseconds: number): number {
    const within = this.#steps.slice(0, milliseconds / step).reduce((sum, count) => sum + (count ?? 0), 0);
    return within / this.count;
  }

  /** The time, in milliseconds, within which this share of keys was seen. */
  quantile(share: number): number {
    let sum = 0;
    const at = this.#steps.findIndex((count) => {
      sum += count ?? 0;
      return sum >= share * this.count;
    });
    return (at + 1) * step;
  }

  #note(milliseconds: number): void {
    const at = Math.floor(milliseconds / step);
    this.#steps[at] = (this.#steps[at] ?? 0) + 1;
    this.count += 1;
  }
}
