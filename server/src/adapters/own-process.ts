/** Whatever this process writes from now on, only its owner can read. */
export function keepFilesPrivate(): void {
  process.umask(0o077);
}

/** Ends this process when the one that keeps it running is gone, until the returned function is called: before it has begun there is nothing to store. */
export function endWithKeeper(): () => void {
  const end = (): void => endProcess(1);
  if (process.connected) process.on('disconnect', end);
  return () => process.off('disconnect', end);
}

/** Calls `stop` at the first signal to end, and when the process that keeps this one running is gone. Later signals change nothing: what is being stored is stored. */
export function onStopSignal(stop: () => void): void {
  let isStopping = false;
  const once = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop();
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
  process.on('SIGHUP', once);
  if (process.connected) process.on('disconnect', once);
}

/**
 * Tells of faults that nothing caught, instead of the system, which would end the process and print what somebody wrote. What
 * was acknowledged is on the disk, and all else in memory is a fold of it: the hall goes on.
 */
export function onFault(tell: (problem: unknown) => void): void {
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

/** Ends this process. */
export function endProcess(code: number): never {
  process.exit(code);
}
