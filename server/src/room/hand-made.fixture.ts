import * as encoding from 'lib0/encoding';

/** Where an item of a hand-made update stands: beside neighbours, or in a parent, which is a root's name or a type's id. */
interface Place {
  origin?: [number, number];
  right?: [number, number];
  parent?: [number, number] | string;
  /** The key in a map. */
  sub?: string;
}

export type HandItem =
  | { gc: number }
  | (Place & ({ text: string } | { subdocument: string } | { map: true } | { mark: string; value: string }));

export interface HandBlock {
  client: number;
  clock: number;
  items: readonly HandItem[];
}

/** Writes an update by hand: blocks of items with the given references, and deletions as [client, clock, length]. */
export function handMade(blocks: readonly HandBlock[], deletes: [number, number, number][] = []): Uint8Array {
  return encoding.encode((out) => {
    encoding.writeVarUint(out, blocks.length);
    for (const { client, clock, items } of blocks) {
      encoding.writeVarUint(out, items.length);
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, clock);
      for (const item of items) writeItem(out, item);
    }
    const byClient = Map.groupBy(deletes, ([client]) => client);
    encoding.writeVarUint(out, byClient.size);
    for (const [client, ranges] of byClient) {
      encoding.writeVarUint(out, client);
      encoding.writeVarUint(out, ranges.length);
      for (const [, clock, length] of ranges) for (const part of [clock, length]) encoding.writeVarUint(out, part);
    }
  });
}

function writeItem(out: encoding.Encoder, item: HandItem): void {
  if ('gc' in item) {
    encoding.writeUint8(out, 0);
    encoding.writeVarUint(out, item.gc);
    return;
  }
  const { origin, right, parent = 'text', sub } = item;
  const content = 'text' in item ? 4 : 'mark' in item ? 6 : 'map' in item ? 7 : 9;
  const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (sub === undefined ? 0 : 0x20);
  encoding.writeUint8(out, content | flags);
  for (const id of [origin, right]) if (id) for (const part of id) encoding.writeVarUint(out, part);
  if (!origin && !right) {
    encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(out, parent);
    else for (const part of parent) encoding.writeVarUint(out, part);
    if (sub !== undefined) encoding.writeVarString(out, sub);
  }
  if ('map' in item) encoding.writeVarUint(out, 1);
  else if ('mark' in item) {
    encoding.writeVarString(out, item.mark);
    encoding.writeVarString(out, JSON.stringify(item.value));
  } else encoding.writeVarString(out, 'text' in item ? item.text : item.subdocument);
  if ('subdocument' in item) encoding.writeAny(out, {});
}
