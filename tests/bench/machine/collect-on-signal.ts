/**
 * Loaded before every server that is measured, so that the memory of all can be compared: on SIGUSR2 everything that nobody
 * holds is let go of, and its pages are given back.
 */
process.on('SIGUSR2', () => {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
});
