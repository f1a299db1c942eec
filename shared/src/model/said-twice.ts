/** In UTF-16 units: what is shorter may well stand twice on purpose. */
const least = 25;

/** Whether the same words stand in a text twice, one right behind the other: as lines, or at the end of one and as the next, or both in one. */
export function saysTwice(text: string): boolean {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.some((line, at) => {
    const next = lines[at + 1] ?? '';
    return (next.length >= least && line.endsWith(next)) || hasEndTwice(line);
  });
}

/** Looks only where the last words of the line stand in it before. */
function hasEndTwice(line: string): boolean {
  const last = line.slice(-least);
  for (let at = line.length - 2 * least; at >= 0; at--) {
    at = line.lastIndexOf(last, at);
    if (at < 0) return false;
    const end = at + least;
    const second = line.slice(end).trim();
    if (second.length >= least && line.slice(0, end).endsWith(second)) return true;
  }
  return false;
}
