import type { GroupId } from '@board/shared/ids';
import { foldName, partnersOf } from '@board/shared/model/partners';
import type { StrategyRow } from '@board/shared/model/strategy';

/** How many names are offered at once. */
const mostOffered = 6;

/** What the person is writing: the last name of the cell as far as it has come, `ad` in `River Watch; ad`. */
export function nameBegun(before: string): string {
  return (before.split(/[,;\n،؛•]/).at(-1) ?? '').replace(/^\s+/, '');
}

/** All names that are known on this page, each once, those of the own group first. `own` comes from the open document, `named` from the live view. */
export function knownPartners(
  own: readonly StrategyRow[],
  named: Readonly<Record<GroupId, readonly string[]>>,
): string[] {
  const names = new Map<string, string>();
  for (const name of [...partnersOf(own), ...Object.values(named).flat()])
    if (!names.has(foldName(name))) names.set(foldName(name), name);
  return [...names.values()];
}

/**
 * Names to offer after `before`, at most six: those that begin as what was begun does, then those in which a word does.
 * A name that the cell has already, or that is complete, is not offered. Case, accents and figures make no difference.
 */
export function offeredPartners(known: readonly string[], text: string, before: string): string[] {
  const begun = foldName(nameBegun(before));
  const there = new Set(text.split(/[,;\n،؛•]/).map(foldName));
  const free = known.filter((name) => !there.has(foldName(name)));
  const starts = free.filter((name) => foldName(name).startsWith(begun));
  const inside = free.filter((name) => !starts.includes(name) && ` ${foldName(name)}`.includes(` ${begun}`));
  return [...starts, ...(begun === '' ? [] : inside)].slice(0, mostOffered);
}
