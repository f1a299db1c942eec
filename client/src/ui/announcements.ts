/** One sentence at a time about what has just been done ("Copied", "Group opened"), shown and spoken by <Announcements />. */
export interface Announcement {
  /** Grows with each one, so that the same sentence said twice is spoken twice. */
  turn: number;
  text: string;
}

const lasting = 6000;

let current: Announcement = { turn: 0, text: '' };
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(text: string): void {
  current = { turn: current.turn + 1, text };
  for (const listener of listeners) listener();
}

/** Says a sentence politely, for six seconds. Never for errors: those stay on the page until they are mended. */
export function announce(text: string): void {
  clearTimeout(timer);
  show(text);
  timer = setTimeout(() => show(''), lasting);
}

/** For `useSyncExternalStore`. */
export const announcements = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: (): Announcement => current,
};
