import { fileURLToPath } from 'node:url';
import type { Dialect } from '../load/dialect.ts';
import type { Seat } from '../load/person.ts';

/** One server that can be measured. */
export interface Kind {
  /** Short, for the command line and the stored results. */
  id: string;
  /** For people. */
  title: string;
  /** The TypeScript or JavaScript file that starts it. */
  script: string;
  /** The package.json that says which version it is. */
  versionFrom: string;
  dialect: Dialect;
  /** False for the relay: it keeps nothing, so that there is nothing to ask for. */
  hasDocument: boolean;
  /** Whether it tells a writer that an edit is safe. */
  acknowledges: boolean;
  /** Makes rooms and lets people join them: one list of seats for each room. */
  open(port: number, rooms: number, people: number): Promise<Seat[][]>;
}

/** A path, from this folder's parent. */
export function scriptAt(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** Seats where anybody may sit down who knows a room's name. */
export function openRooms(port: number, rooms: number, people: number): Promise<Seat[][]> {
  const seats = Array.from({ length: rooms }, (_, place) => {
    const room = `room-${String(place).padStart(5, '0')}`;
    return Array.from({ length: people }, () => ({ room, target: { port, path: `/${room}`, headers: {} } }));
  });
  return Promise.resolve(seats);
}
