import type { GroupId } from '@board/shared/ids';
import { groupDocument } from '@board/shared/ids';
import type * as Y from 'yjs';
import { type Joined, join, type Workshop } from '../support/people.ts';
import { until } from '../support/until.ts';
import { Writer } from '../support/writer.ts';

/** Milliseconds between two keys of one typist. */
const pace = 90;

/** Two people who write in one group while somebody else does harm: what they notice of it. */
export class Typists {
  /** Connections that they lost. */
  drops = 0;
  /** The longest time, in milliseconds, in which one of them saw nothing of the other. */
  longestGap = 0;
  readonly people: readonly Joined[];
  readonly writers: readonly Writer[];
  readonly #timer: NodeJS.Timeout;
  readonly #seen: number[];
  #keys = 0;

  private constructor(people: readonly Joined[], writers: readonly Writer[]) {
    this.people = people;
    this.writers = writers;
    this.#seen = writers.map(() => performance.now());
    for (const [place, { doc, provider }] of writers.entries()) {
      doc.on('update', (_update: Uint8Array, origin: unknown) => {
        if (origin === provider) this.#note(place);
      });
      provider.on('connection-close', () => {
        this.drops += 1;
      });
    }
    this.#timer = setInterval(() => this.#type(), pace);
  }

  static async sitDown(workshop: Workshop, group: GroupId): Promise<Typists> {
    const people = await Promise.all(['One', 'Two'].map((name) => join(workshop, name, { groupId: group })));
    const writers = await Promise.all(people.map((who) => new Writer(who, groupDocument(group), 1).synced()));
    const typists = new Typists(people, writers);
    await until('they see each other type', () =>
      writers.every(({ doc }) => [0, 1].every((place) => lineOf(doc, place).length > 0)),
    );
    typists.longestGap = 0;
    return typists;
  }

  /** Stops typing, waits until both have the same, and tells what they noticed. */
  async getUp(): Promise<{ drops: number; longestGap: number; isAllThere: boolean }> {
    clearInterval(this.#timer);
    for (const place of this.#seen.keys()) this.#note(place);
    const { longestGap } = this;
    await Promise.all(this.writers.map((writer) => writer.allStored()));
    const [first, second] = this.writers.map(({ doc }) => doc);
    await until('both have the same words', () => words(first!) === words(second!));
    const isAllThere = words(first!).length === this.#keys;
    const { drops } = this;
    for (const writer of this.writers) writer.close();
    return { drops, longestGap, isAllThere };
  }

  #type(): void {
    for (const [place, writer] of this.writers.entries()) {
      this.#keys += 1;
      writer.write('key', (doc) => lineOf(doc, place).push(['k']));
    }
  }

  #note(place: number): void {
    const now = performance.now();
    this.longestGap = Math.max(this.longestGap, now - this.#seen[place]!);
    this.#seen[place] = now;
  }
}

const lineOf = (doc: Y.Doc, place: number): Y.Array<string> => doc.getArray<string>(`typist ${place}`);

function words(doc: Y.Doc): string {
  return [0, 1].flatMap((place) => lineOf(doc, place).toArray()).join('');
}
