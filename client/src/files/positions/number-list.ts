import { compareNumbers } from '@board/shared/upr/numbers';

/** Numbers as people write them: neighbours as a range. `['110.5', '110.6', '110.7', '110.9']` → `110.5–110.7, 110.9`. */
export function numberList(numbers: readonly string[]): string {
  const sorted = [...numbers].sort(compareNumbers);
  const parts: string[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to + 1 < sorted.length && isNext(sorted[to]!, sorted[to + 1]!)) to += 1;
    parts.push(to - from < 2 ? sorted.slice(from, to + 1).join(', ') : `${sorted[from]}–${sorted[to]}`);
    from = to + 1;
  }
  return parts.join(', ');
}

function isNext(one: string, other: string): boolean {
  const [section, item] = split(one);
  const [nextSection, nextItem] = split(other);
  return section === nextSection && item !== null && nextItem === item + 1;
}

function split(number: string): [section: string, item: number | null] {
  const found = /^(.*\.)(\d+)$/.exec(number);
  return found ? [found[1]!, Number(found[2])] : [number, null];
}
