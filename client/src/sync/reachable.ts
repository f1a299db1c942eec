/** Watches for signs that the server can (or cannot) be reached: the network's own word, and the page coming to the front. Returns how to stop. */
export function whenReachable(handlers: { back: () => void; gone: () => void }): () => void {
  const shown = (): void => {
    if (document.visibilityState === 'visible') handlers.back();
  };
  window.addEventListener('online', handlers.back);
  window.addEventListener('offline', handlers.gone);
  document.addEventListener('visibilitychange', shown);
  return () => {
    window.removeEventListener('online', handlers.back);
    window.removeEventListener('offline', handlers.gone);
    document.removeEventListener('visibilitychange', shown);
  };
}
