import { useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { Shown, type Subscribable } from '../sync/subscribable.ts';

/** Somebody else in the same document, as the server names them. */
export interface PersonHere {
  id: string;
  name: string;
  /** Index into the set of hues. */
  colour: number;
}

/** Who is where. `cells` holds the keys of cells that somebody else is in. Objects of what did not change stay the same. */
export interface PresenceView {
  people: readonly PersonHere[];
  cells: ReadonlyMap<string, readonly PersonHere[]>;
}

const nobody: PresenceView = { people: [], cells: new Map() };
const nobodyShown: Subscribable<PresenceView> = new Shown(nobody);
const known = new WeakMap<Awareness, Subscribable<PresenceView>>();

/** The identity in an awareness state. It was stamped by the server; tolerated in any shape. */
export function readUser(user: unknown): PersonHere {
  const { id, name, colour } = (user ?? {}) as Partial<Record<keyof PersonHere, unknown>>;
  return {
    id: typeof id === 'string' ? id : '',
    name: typeof name === 'string' && name !== '' ? name : '…',
    colour: typeof colour === 'number' ? colour : 0,
  };
}

/** Reads who is where; a person with several tabs is one person. This page itself is left out. */
export function readPresence(states: ReadonlyMap<number, unknown>, ownClient: number): PresenceView {
  const people = new Map<string, PersonHere>();
  const cells = new Map<string, PersonHere[]>();
  for (const [client, state] of states) {
    if (client === ownClient || state === null || typeof state !== 'object' || !('user' in state)) continue;
    const user = readUser(state.user);
    if (!people.has(user.id)) people.set(user.id, user);
    const cell = 'cell' in state && typeof state.cell === 'string' ? state.cell : null;
    if (cell === null) continue;
    const there = cells.get(cell) ?? [];
    if (!there.some((one) => one.id === user.id)) cells.set(cell, [...there, user]);
  }
  return { people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), cells };
}

/** Everybody else in the document. */
export function usePeopleHere(awareness: Awareness | null): readonly PersonHere[] {
  return usePresence(awareness).people;
}

/** Who else is in cells whose key begins with `prefix`, as one stable map: a row is drawn again only when its own cells change. */
export function usePresenceIn(awareness: Awareness | null, prefix: string): PresenceView['cells'] {
  const shown = followPresence(awareness);
  const within = useMemo(() => narrowed(shown, prefix), [shown, prefix]);
  return useSyncExternalStore(shown.subscribe, within);
}

/** Tells the others which cell this person is in; null: none. */
export function tellCell(awareness: Awareness | null, cell: string | null): void {
  awareness?.setLocalStateField('cell', cell);
}

function usePresence(awareness: Awareness | null): PresenceView {
  const shown = followPresence(awareness);
  return useSyncExternalStore(shown.subscribe, shown.getSnapshot);
}

function followPresence(awareness: Awareness | null): Subscribable<PresenceView> {
  if (awareness === null) return nobodyShown;
  const before = known.get(awareness);
  if (before) return before;
  const read = (): PresenceView => readPresence(awareness.getStates(), awareness.clientID);
  const shown = new Shown(read());
  known.set(awareness, shown);
  // A caret moves with every key; who is in which cell does not.
  let sign = signOf(shown.getSnapshot());
  awareness.on('change', () => {
    const now = read();
    const nowSign = signOf(now);
    if (nowSign === sign) return;
    sign = nowSign;
    shown.show(now);
  });
  return shown;
}

function narrowed(shown: Subscribable<PresenceView>, prefix: string): () => PresenceView['cells'] {
  let last: PresenceView['cells'] = nobody.cells;
  let lastSign = '[]';
  return () => {
    const cells = [...shown.getSnapshot().cells].filter(([cell]) => cell.startsWith(prefix));
    const sign = JSON.stringify(cells);
    if (sign !== lastSign) {
      last = new Map(cells);
      lastSign = sign;
    }
    return last;
  };
}

function signOf({ people, cells }: PresenceView): string {
  return JSON.stringify([people, [...cells]]);
}
