import { awarenessState } from '@board/shared/protocol/awareness-state';
import { encodeFrame } from '@board/shared/protocol/codec';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Random } from '../sim/random.ts';

/** What an attacker can have of a document. */
export interface Loot {
  /** The document as it could be read at some time. */
  doc: Y.Doc;
  /** Updates of others that were overheard. */
  overheard: readonly Uint8Array[];
  /** Yjs client ids of people who write in the document. */
  clients: readonly number[];
}

/** Stands in everything that an attacker writes. */
export const marker = 'words that nobody allowed';

/** Any frame that somebody who means harm might send. */
export function anyFrame(random: Random, loot: Loot): Uint8Array {
  const frame = plainFrame(random, loot);
  return random.chance(0.35) ? mutated(random, frame) : frame;
}

function plainFrame(random: Random, loot: Loot): Uint8Array {
  const kind = random.below(10);
  if (kind === 0) return random.fill(new Uint8Array(random.between(1, 64)));
  if (kind === 1) return presence(random, loot);
  const update = random.chance(0.25) ? mutated(random, anyUpdate(random, loot)) : anyUpdate(random, loot);
  return encodeFrame({ type: random.chance(0.3) ? 'answer' : 'update', update });
}

const updates = [edit, edit, forged, foreign, deletion, overheard];

function anyUpdate(random: Random, loot: Loot): Uint8Array {
  return random.pick(updates)(random, loot);
}

/** A change of the document as it is, of some of it or all. */
function edit(random: Random, { doc }: Loot): Uint8Array {
  return changed(doc, (copy) => {
    const map = copy.getMap<unknown>(random.pick(['rows', 'items', 'groups', 'details', 'recommendations']));
    const keys = [...map.keys()];
    const change = random.below(4);
    if (change === 0 && keys.length > 0) map.set(random.pick(keys), marker);
    else if (change === 1 && keys.length > 0) for (const key of keys) map.delete(key);
    else if (change === 2) copy.getXmlFragment('preamble').insert(0, [new Y.XmlText(marker)]);
    else map.set(`new ${random.bits()}`, marker);
  });
}

/** Words in the name of somebody else. */
function forged(random: Random, { doc, clients }: Loot): Uint8Array {
  return changed(doc, (copy) => {
    copy.clientID = random.pick(clients);
    copy.getMap('rows').set(`forged ${random.bits()}`, marker);
  });
}

/** A history that has nothing to do with what is there. */
function foreign(random: Random): Uint8Array {
  return changed(new Y.Doc(), (copy) => {
    copy.getMap('rows').set(`foreign ${random.bits()}`, new Y.Map([['mechanisms', marker]]));
  });
}

/** No words, but the deletion of a stretch of somebody's, or of more than there is. */
function deletion(random: Random, { clients }: Loot): Uint8Array {
  return encoding.encode((encoder) => {
    const [noStructs, oneClient, oneStretch] = [0, 1, 1];
    const values = [noStructs, oneClient, random.pick(clients), oneStretch, random.below(50), random.between(1, 300)];
    for (const value of values) encoding.writeVarUint(encoder, value);
  });
}

function overheard(random: Random, loot: Loot): Uint8Array {
  return random.chance(0.3) ? Y.encodeStateAsUpdate(loot.doc) : random.pick(loot.overheard);
}

function presence(random: Random, { clients }: Loot): Uint8Array {
  const state = random.chance(0.3) ? null : awarenessState({ user: { name: marker }, cell: marker });
  return encodeFrame({
    type: 'awareness',
    entries: [{ clientId: random.pick(clients), clock: random.below(1_000), state }],
  });
}

/** What a change adds to a copy of a document. */
function changed(doc: Y.Doc, change: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

/** Some bytes are others, or missing, or there twice. */
function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length + 1);
  const change = random.below(3);
  if (change === 0) return bytes.slice(0, at);
  if (change === 1) return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(random.below(at + 1))]);
  const copy = bytes.slice();
  for (let flips = random.between(1, 4); flips > 0 && copy.length > 0; flips--) {
    copy[random.below(copy.length)]! ^= 1 << random.below(8);
  }
  return copy;
}
