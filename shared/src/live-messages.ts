import { keyed } from './keyed.ts';
import type { LiveView } from './live-view.ts';
import type { Standings } from './vote-parts.ts';

/**
 * What travels on `/live`: one snapshot, then patches. A patch names a part, or one member of a part, with its whole new value
 * (null: gone). `standing` is the reader's own and no part of the view: with the snapshot all of it, later what comes to it, before
 * the patch with the vote that it is about.
 */
export type LiveMessage =
  | { type: 'snapshot'; now: number; view: LiveView; standing?: Standings }
  | { type: 'patch'; now: number; changes: LiveChange[] }
  | { type: 'standing'; now: number; standing: Standings };

export type LiveChange =
  | { [Part in WholePart]: { part: Part; value: LiveView[Part] } }[WholePart]
  | { [Part in KeyedPart]: { part: Part; key: string; value: LiveView[Part][keyof LiveView[Part]] | null } }[KeyedPart];

export type KeyedPart = (typeof keyedParts)[number];
export type WholePart = Exclude<keyof LiveView, KeyedPart>;

export const keyedParts = [
  'agenda',
  'messages',
  'groups',
  'votes',
  'documents',
  'taken',
  'partners',
  'comments',
  'together',
  'amendments',
  'reworded',
  'feedback',
  'feedbackCounts',
  'overlaps',
] as const satisfies readonly (keyof LiveView)[];

/** Applies a message to what is known so far; a patch before any snapshot changes nothing. Returns a new object where something changed. Any id can be looked up in its keyed parts. */
export function applyLiveMessage(view: LiveView | null, message: LiveMessage): LiveView | null {
  if (message.type === 'snapshot') return withKeyedParts(message.view);
  if (view === null || message.type === 'standing') return view;
  const next = { ...view } as Record<string, unknown>;
  for (const change of message.changes) {
    if (!('key' in change)) {
      next[change.part] = change.value;
      continue;
    }
    const members = keyed(Object.entries(next[change.part] ?? {}));
    if (change.value === null) delete members[change.key];
    else members[change.key] = change.value;
    next[change.part] = members;
  }
  return next as unknown as LiveView;
}

function withKeyedParts(view: LiveView): LiveView {
  // A server of another version may not send all of them.
  const sent = keyedParts.filter((part) => view[part]);
  const parts = sent.map((part) => [part, keyed(Object.entries(view[part]))] as const);
  return { ...view, ...Object.fromEntries(parts) };
}
