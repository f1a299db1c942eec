/** Whatever this process writes from now on, only its owner can read. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

/** Calls `stop` at the first signal to end. Later signals change nothing: what is being stored is stored. */
export function onStopSignal(stop: () => void): void {
  let isStopping = false;
  const once = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop();
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
}

/** Ends this process. */
export function endProcess(code: number): never {
  process.exit(code);
}
