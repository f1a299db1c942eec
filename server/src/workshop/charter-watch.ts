import type { RoomDirectory } from '../ports.ts';
import { type CharterReading, readCharter } from './charter-reading.ts';

/** The charter's durable words, read anew only after they have changed: every ballot of a hall asks for them. */
export class CharterWatch {
  readonly #rooms: Pick<RoomDirectory, 'read'>;
  #reading: Promise<CharterReading> | null = null;

  constructor(rooms: Pick<RoomDirectory, 'read' | 'onChange'>) {
    this.#rooms = rooms;
    rooms.onChange((document) => {
      if (document === 'charter') this.#reading = null;
    });
  }

  /** Rejects when the charter cannot be read; the next call tries again. */
  read(): Promise<CharterReading> {
    const known = this.#reading;
    if (known) return known;
    const reading = this.#rooms.read('charter', readCharter);
    this.#reading = reading;
    reading.catch(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }
}
