const askers = new Set<() => boolean>();

function ask(event: BeforeUnloadEvent): void {
  for (const isWaiting of askers) if (isWaiting()) event.preventDefault();
}

/** Lets the browser ask before the page is left while something waits. Returns how to stop. */
export function guardAgainstLeaving(isWaiting: () => boolean): () => void {
  if (askers.size === 0) window.addEventListener('beforeunload', ask);
  askers.add(isWaiting);
  return () => {
    askers.delete(isWaiting);
    if (askers.size === 0) window.removeEventListener('beforeunload', ask);
  };
}
