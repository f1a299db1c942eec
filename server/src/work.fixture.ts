/** Milliseconds of this thread's own work: others may keep the machine busy meanwhile. */
export function work(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
