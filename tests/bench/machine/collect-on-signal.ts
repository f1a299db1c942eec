/** Loaded before every server that is measured, so that the memory of all can be compared: collects garbage on SIGUSR2. */
process.on('SIGUSR2', () => {
  globalThis.gc?.();
});
