import { useSyncExternalStore } from 'react';
import { Shown } from './subscribable.ts';

/** Ids that this device has noted, such as of what somebody has put aside. Kept in localStorage; where that is forbidden, as long as the page lasts. */
export class KeptList<Id extends string> {
  readonly #name: string;
  readonly #most: number;
  readonly #shown: Shown<readonly Id[]>;

  /** `most`: the oldest go first, so that a device that has seen many workshops does not collect ids for ever. */
  constructor(name: string, most: number) {
    this.#name = name;
    this.#most = most;
    this.#shown = new Shown(this.#read());
  }

  /** The ids, followed as they change. For components. */
  use = (): readonly Id[] => useSyncExternalStore(this.#shown.subscribe, this.#shown.getSnapshot);

  add(id: Id): void {
    this.#keep([...this.#shown.getSnapshot().filter((one) => one !== id), id].slice(-this.#most));
  }

  remove(ids: readonly Id[]): void {
    this.#keep(this.#shown.getSnapshot().filter((one) => !ids.includes(one)));
  }

  #keep(ids: readonly Id[]): void {
    this.#shown.show(ids);
    try {
      localStorage.setItem(this.#name, JSON.stringify(ids));
    } catch {
      // Storage is full or forbidden: the choice then lasts as long as the page.
    }
  }

  #read(): readonly Id[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#name) ?? '[]');
      return Array.isArray(kept) ? kept.filter((one): one is Id => typeof one === 'string').slice(-this.#most) : [];
    } catch {
      return [];
    }
  }
}
