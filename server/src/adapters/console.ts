/** Tells the person who started the server something in plain words, on standard output. */
export function say(...lines: string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** The same for what went wrong, on standard error. */
export function complain(...lines: string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}
