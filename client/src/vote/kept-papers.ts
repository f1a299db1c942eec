/** How every key begins under which something of paper ballots is kept. */
export const papersPrefix = 'board:paper';

/** For browsers that forbid storage: lasts as long as the page. */
const memory = new Map<string, string>();

/** What this browser keeps under a key; null for nothing. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Whether anything is kept under a key that begins so. */
export function keepsAny(prefix: string): boolean {
  const begins = (key: string): boolean => key.startsWith(prefix);
  if ([...memory.keys()].some(begins)) return true;
  try {
    return Object.keys(localStorage).some(begins);
  } catch {
    return false;
  }
}

/** Keeps a value as JSON, at least as long as the page lasts. */
export function keep(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  memory.set(key, text);
  try {
    localStorage.setItem(key, text);
  } catch {
    // The page remembers.
  }
}

/** Keeps it no more. */
export function forget(key: string): void {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept there.
  }
}
