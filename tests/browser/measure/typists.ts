import { paragraphsOf } from '@board/shared/model/plain-paragraphs';
import { cellFragment, readStrategy } from '@board/shared/model/strategy';
import * as Y from 'yjs';
import { join } from '../../support/people.ts';
import { until } from '../../support/until.ts';
import { Writer } from '../../support/writer.ts';
import type { LongStrategy } from './long-strategy.ts';

const keysPerSecond = 4;
const keysPerCell = 24;

/** Other people in the same strategy who type all the time, each through a socket of their own. */
export class Typists {
  readonly #writers: Writer[];
  readonly #timers: NodeJS.Timeout[] = [];
  keys = 0;

  private constructor(writers: Writer[]) {
    this.#writers = writers;
  }

  static async enter({ workshop, document }: LongStrategy, count: number): Promise<Typists> {
    const groupId = workshop.groups[0]?.id;
    if (!groupId) throw new Error('the workshop has no group');
    const writers: Writer[] = [];
    for (let place = 0; place < count; place++) {
      const who = await join(workshop, `Typist ${place + 1}`, { groupId });
      writers.push(await new Writer(who, document, 1).synced());
    }
    return new Typists(writers);
  }

  start(): void {
    this.#writers.forEach((writer, place) => {
      const cells = cellsOf(writer.doc);
      let at = place * 37;
      let typed = 0;
      const press = (): void => {
        const { key, fragment } = cells[at % cells.length]!;
        if (typed % keysPerCell === 0) writer.provider.awareness.setLocalStateField('cell', key);
        typeInto(writer, fragment, 'abcdefgh '[typed % 9] ?? ' ');
        this.keys += 1;
        typed += 1;
        if (typed % keysPerCell === 0) at += 53;
      };
      this.#timers.push(setInterval(press, 1000 / keysPerSecond + place * 3));
    });
  }

  /** Milliseconds until the first of them reads these words. */
  async waitFor(words: string): Promise<number> {
    const begin = performance.now();
    const doc = this.#writers[0]?.doc;
    await until('somebody else has the words', () =>
      Boolean(doc && readStrategy(doc).some((row) => row.actions.some(({ text }) => text.includes(words)))),
    );
    return performance.now() - begin;
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  close(): void {
    this.stop();
    for (const writer of this.#writers) writer.close();
  }
}

function cellsOf(doc: Y.Doc): { key: string; fragment: Y.XmlFragment }[] {
  return readStrategy(doc).flatMap((row) =>
    row.actions.flatMap((action) =>
      (['text', 'indicator', 'resources'] as const).flatMap((cell) => {
        const fragment = cellFragment(doc, { row: row.id, action: action.id, cell });
        return fragment ? [{ key: `${row.id}.${action.id}.${cell}`, fragment }] : [];
      }),
    ),
  );
}

function typeInto(writer: Writer, fragment: Y.XmlFragment, sign: string): void {
  writer.write('key', () => {
    const element = paragraphsOf(fragment).at(-1)?.element;
    const text = element?.toArray().at(-1);
    if (text instanceof Y.XmlText) text.insert(text.length, sign);
    else element?.insert(element.length, [new Y.XmlText(sign)]);
  });
}
