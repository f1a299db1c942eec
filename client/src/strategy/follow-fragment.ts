import { useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { perDocument } from '../sync/entry-cache.ts';
import { Shown } from '../sync/subscribable.ts';

const versions = new WeakMap<Y.XmlFragment, Shown<number>>();
const grown = new WeakMap<Y.XmlFragment, number>();

/** One listener for all cells of a strategy, instead of thousands. */
const followed = perDocument((doc) => {
  doc.getMap('rows').observeDeep((events) => {
    for (const { target } of events) {
      const fragment = fragmentAround(target);
      if (fragment) grown.set(fragment, (grown.get(fragment) ?? 0) + 1);
    }
  });
  return true;
});

/** A number that grows whenever a fragment changes, so that what is drawn from it is drawn again. */
export function useFragmentVersion(fragment: Y.XmlFragment): number {
  const version = versionOf(fragment);
  return useSyncExternalStore(version.subscribe, version.getSnapshot);
}

/** The same for a cell of a strategy, asked for while its row is drawn: a row is drawn again after each change in it. */
export function cellVersion(doc: Y.Doc, fragment: Y.XmlFragment): number {
  followed(doc);
  return grown.get(fragment) ?? 0;
}

function versionOf(fragment: Y.XmlFragment): Shown<number> {
  const known = versions.get(fragment);
  if (known) return known;
  const version = new Shown(0);
  versions.set(fragment, version);
  fragment.observeDeep(() => version.show(version.getSnapshot() + 1));
  return version;
}

const names = new WeakMap<Y.XmlFragment, string>();
let named = 0;

/** Tells one shared text from another at the same place: a row that was removed and put back has new ones. */
export function fragmentName(fragment: Y.XmlFragment): string {
  let name = names.get(fragment);
  if (name === undefined) {
    named += 1;
    name = `fragment ${named}`;
    names.set(fragment, name);
  }
  return name;
}

/** The whole cell that a changed text or paragraph belongs to. */
function fragmentAround(target: unknown): Y.XmlFragment | null {
  let node: unknown = target;
  while (node instanceof Y.XmlElement || node instanceof Y.XmlText) node = node.parent;
  return node instanceof Y.XmlFragment ? node : null;
}
