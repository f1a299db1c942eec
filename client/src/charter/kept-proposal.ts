import type { PersonId, WorkshopId } from '@board/shared/ids';
import type { CharterPlace } from '@board/shared/model/charter';

/**
 * Words that somebody is about to propose: kept in the tab, so that a reload or a phone that puts the page away loses none.
 * Where the browser forbids that, they last as long as the dialog.
 */
export class KeptProposal {
  readonly #key: string;

  constructor(workshop: WorkshopId, person: PersonId, place: CharterPlace) {
    this.#key = `board:proposal:${workshop}:${person}:${place}`;
  }

  read(): string | null {
    try {
      return sessionStorage.getItem(this.#key);
    } catch {
      return null;
    }
  }

  /** Null throws them away. */
  keep(words: string | null): void {
    try {
      if (words === null) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, words);
    } catch {
      // Storage is full or forbidden.
    }
  }
}
