import { limits } from '@board/shared/protocol/limits';

/** What a projector can show of a text, in UTF-16 units. A cell may hold megabytes, and the live view goes to every phone in the hall. */
export function shown(text: string, most: number = limits.shownText): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  // Half of a pair of surrogates is no character.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)} …`;
}
