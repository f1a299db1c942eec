import { useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { Shown } from '../sync/subscribable.ts';

const versions = new WeakMap<Y.XmlFragment, Shown<number>>();

/** A number that grows whenever a fragment changes, so that what is drawn from it is drawn again. */
export function useFragmentVersion(fragment: Y.XmlFragment): number {
  const version = versionOf(fragment);
  return useSyncExternalStore(version.subscribe, version.getSnapshot);
}

function versionOf(fragment: Y.XmlFragment): Shown<number> {
  const known = versions.get(fragment);
  if (known) return known;
  const version = new Shown(0);
  versions.set(fragment, version);
  fragment.observeDeep(() => version.show(version.getSnapshot() + 1));
  return version;
}
