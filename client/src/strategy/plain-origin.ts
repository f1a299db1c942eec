import type * as Y from 'yjs';

const origin = {};

/** The origin of what is written into a text without its editor; `undo` can take it back from now on. */
export function plainOrigin(undo: Y.UndoManager | null | undefined): unknown {
  undo?.addTrackedOrigin(origin);
  return origin;
}
