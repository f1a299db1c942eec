/** What the disk and the system say of themselves: a code such as `ENOSPC`, or SQLite's own. Neither quotes what people wrote. */
const systemCode = /^(E[A-Z0-9]+|ERR_SQLITE_ERROR)$/;

/**
 * A fault that nothing foresaw, as a short text for the journal: its name and the first place of its stack, never its
 * message, which may quote what somebody wrote. Errors of the disk and the system keep their code and message.
 */
export function faultOf(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  if ('code' in problem && typeof problem.code === 'string' && systemCode.test(problem.code)) {
    return problem.message.startsWith(problem.code) ? problem.message : `${problem.code}: ${problem.message}`;
  }
  const place = /\n\s+at (.*)/.exec(problem.stack ?? '')?.[1] ?? '';
  return `${problem.name} ${place}`.trim();
}
