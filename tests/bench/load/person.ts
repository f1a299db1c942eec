import { Connection, type Target } from './connection.ts';
import type { Dialect, Heard } from './dialect.ts';
import { clientFrame } from './wire.ts';

/** Where one person sits: what the server calls the document, and how its socket is opened. */
export interface Seat {
  room: string;
  target: Target;
}

/** A Yjs update without anything in it: the answer of somebody who has nothing that the server lacks. */
const emptyUpdate = new Uint8Array([0, 0]);

/** Milliseconds between signs of life, where a server asks for them. */
const beatMs = 20_000;

/** One person's open document. */
export class Person {
  readonly connection: Connection;
  /** Updates of this person that the server has acknowledged. */
  acknowledged = 0;
  /** The server has answered the request for the document. */
  isSynced = false;
  readonly #answer: Buffer;
  readonly #discountsAnswers: boolean;
  readonly #beat: NodeJS.Timeout | undefined;

  private constructor(connection: Connection, { room }: Seat, dialect: Dialect) {
    this.connection = connection;
    this.#answer = clientFrame(dialect.answer(room, emptyUpdate));
    this.#discountsAnswers = dialect.acknowledgesAnswers;
    const beat = dialect.keepAlive(room);
    if (beat) this.#beat = setInterval((frame: Buffer) => connection.write(frame), beatMs, clientFrame(beat));
  }

  /** Connects; asks for the document when the server keeps one. `take` hears every update, valid only during the call. */
  static async sit(
    seat: Seat,
    dialect: Dialect,
    hasDocument: boolean,
    take: (update: Buffer) => void,
  ): Promise<Person> {
    const early: Heard[] = [];
    let person: Person | null = null;
    const connection = await Connection.open(seat.target, (payload) => {
      const heard = dialect.read(payload);
      if (heard.kind === 'update') take(heard.update);
      if (person) person.#hear(heard);
      else early.push(heard);
    });
    person = new Person(connection, seat, dialect);
    for (const heard of early) person.#hear(heard);
    if (hasDocument) for (const message of dialect.hello(seat.room)) connection.write(clientFrame(message));
    else person.isSynced = true;
    return person;
  }

  #hear(heard: Heard): void {
    if (heard.kind === 'state-vector') {
      if (this.#discountsAnswers) this.acknowledged -= 1;
      this.connection.write(this.#answer);
    }
    if (heard.kind === 'update') this.isSynced ||= heard.isAnswer;
    else if (heard.kind === 'acknowledged') this.acknowledged += heard.more;
    else if (heard.kind === 'acknowledged-all') this.acknowledged = heard.count;
  }

  leave(): void {
    clearInterval(this.#beat);
    this.connection.drop();
  }
}
