import { keyedParts, type LiveChange } from './live-messages.ts';
import type { LiveView } from './live-view.ts';

/** The changes that lead from one view to the next, by comparing each part's JSON. */
export function diffLiveViews(before: LiveView, after: LiveView): LiveChange[] {
  const changes: unknown[] = [];
  for (const part of Object.keys(after) as (keyof LiveView)[]) {
    if ((keyedParts as readonly string[]).includes(part)) {
      changes.push(
        ...diffMembers(part, before[part] as Record<string, unknown>, after[part] as Record<string, unknown>),
      );
    } else if (!isSame(before[part], after[part])) changes.push({ part, value: after[part] });
  }
  return changes as LiveChange[];
}

function diffMembers(part: string, before: Record<string, unknown>, after: Record<string, unknown>): unknown[] {
  const changes: unknown[] = [];
  for (const [key, value] of Object.entries(after)) if (!isSame(before[key], value)) changes.push({ part, key, value });
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) changes.push({ part, key, value: null });
  return changes;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
