import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { decodeCapped } from './capped-decoder.ts';
import { newRanges, type Ranges, withDeletions } from './deletions.ts';
import type { Weigher } from './weigher.ts';

/**
 * The strict check before an update is applied. Yjs itself keeps what it cannot place for later and trusts every length
 * and reference; a server that did the same could be made to hoard, to throw half-way, or to serve broken documents.
 */
export type UpdateProblem = 'malformed-update' | 'missing-dependencies' | 'too-large';

type Struct = Y.Item | Y.GC | Y.Skip;

/** What an update that passed the check would bring. */
export interface CheckedUpdate {
  /** Yjs client ids for which it has structs that are not known yet, with the clock at which each ends. */
  writers: ReadonlyMap<number, number>;
  /** It repeats structs that are known. */
  repeats: boolean;
  /** Client ids of which it has structs, known ones too, with the clock at which each ends. */
  reach: ReadonlyMap<number, number>;
  /** How many values the list has with which each client id's part of the update ends. */
  lists: ReadonlyMap<number, number>;
  /** Ranges that it deletes, by client id, without those that the document has deleted already; all of them lie in what is known or in the update. */
  deletes: Ranges;
  /** The update without deletions that are known. */
  update: Uint8Array;
  /** Structs of the document that were looked at to find these. */
  looked: number;
}

/** What an update is checked against beside how far it reaches. */
export interface Surroundings {
  doc: Y.Doc;
  /** A new one for each update; null when it is not to be weighed. */
  weigher: Weigher | null;
}

/**
 * `stateOf` is the document's state vector: how many clocks of a client id are known (0: none). `listBefore` tells how many
 * values the list has that ends at a clock of a client id. Never throws, changes nothing but the weigher. Without
 * surroundings nothing is weighed and no deletion is known.
 */
export function checkUpdate(
  update: Uint8Array,
  stateOf: (client: number) => number,
  listBefore: ListBefore = () => 0,
  around: Surroundings | null = null,
): Result<CheckedUpdate, UpdateProblem> {
  const read = decodeCapped(update);
  if (read === 'too-large') return fail(read);
  const decoded = read?.decoded;
  // A gap says that something before it has not come; what is behind it could not be placed.
  if (decoded?.structs.some((struct) => struct instanceof Y.Skip)) return fail('missing-dependencies');
  const runs = decoded && runsByClient(decoded.structs);
  if (!decoded || !runs || runs.size !== countBlocks(update)) return fail('malformed-update');
  const lists = listsOf(runs.values(), { stateOf, listBefore });
  if (!lists) return fail('malformed-update');
  const problem = orderProblem(runs, stateOf, around?.weigher ?? null);
  if (problem) return fail(problem);

  const endOf = (client: number): number => Math.max(stateOf(client), end(runs.get(client)?.at(-1)));
  for (const [client, ranges] of decoded.ds.clients) {
    if (!isInOrder(ranges)) return fail('malformed-update');
    if (ranges.some((range) => range.clock + range.len > endOf(client))) return fail('missing-dependencies');
  }
  around?.weigher?.hold(read.values);
  const deletes = around ? newRanges(around.doc, decoded.ds.clients) : null;
  if (deletes && deletes.count > limits.rangesPerUpdate) return fail('too-large');
  for (const [client, ranges] of deletes?.ranges ?? [])
    for (const range of ranges) around?.weigher?.remove(client, range);
  const writers = new Map<number, number>();
  const reach = new Map<number, number>();
  let repeats = false;
  for (const [client, run] of runs) {
    reach.set(client, end(run.at(-1)));
    if (endOf(client) > stateOf(client)) writers.set(client, endOf(client));
    repeats ||= run[0] !== undefined && run[0].id.clock < stateOf(client);
  }
  const isStripped = deletes !== null && deletes.count < deletes.all;
  return ok({
    writers,
    repeats,
    reach,
    lists,
    looked: deletes?.looked.structs ?? 0,
    deletes: deletes?.ranges ?? decoded.ds.clients,
    update: isStripped ? withDeletions(update, read.structsEnd, deletes.ranges) : update,
  });
}

/** Yjs writes ranges in order and apart. A crowd of ranges over the same long stretch would be walked again for each of them. */
function isInOrder(ranges: readonly { clock: number; len: number }[]): boolean {
  return ranges.every(({ clock }, index) => {
    const before = ranges[index - 1];
    return !before || before.clock + before.len <= clock;
  });
}

/** An update is a list of blocks, one per client id. Of two blocks for one id Yjs would silently read only the second. */
function countBlocks(update: Uint8Array): number {
  return decoding.readVarUint(decoding.createDecoder(update));
}

function runsByClient(structs: readonly Struct[]): Map<number, Struct[]> | null {
  const runs = new Map<number, Struct[]>();
  let last: Struct | null = null;
  for (const struct of structs) {
    if (!isWellFormed(struct)) return null;
    const run = runs.get(struct.id.client);
    if (!run) runs.set(struct.id.client, [struct]);
    else if (last?.id.client === struct.id.client && end(last) === struct.id.clock) run.push(struct);
    else return null;
    last = struct;
  }
  return runs;
}

function isWellFormed(struct: Struct): boolean {
  // A struct without length makes two structs share a clock. A document inside a document is nothing that the board has.
  if (!(struct.length > 0) || end(struct) > Number.MAX_SAFE_INTEGER) return false;
  return !(struct instanceof Y.Item) || (hasShortNames(struct) && isManageable(struct.content));
}

/** Values nested so deep that this stack can hold them may be too deep for a browser's, which could then never open the document. */
function isManageable(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDoc) return false;
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
    return !isDeeper(content.arr, limits.valueDepth);
  if (content instanceof Y.ContentEmbed) return !isDeeper(content.embed, limits.valueDepth);
  return !(content instanceof Y.ContentFormat) || !isDeeper(content.value, limits.valueDepth);
}

export type ListBefore = (client: number, clock: number) => number;

/** What is known already of lists of values. */
export interface KnownLists {
  stateOf(client: number): number;
  listBefore: ListBefore;
}

/**
 * Yjs joins values that one client id wrote one behind the other into one list, and copies it anew for each value that it
 * joins and at each place where a deletion cuts it: a long one takes minutes and gigabytes. Answers how many values each
 * client id's run ends with, or null when a list would be longer than any of the board's own. What is known of a run is
 * passed over: it is counted where it stands.
 */
export function listsOf(
  runs: Iterable<readonly Struct[]>,
  { stateOf, listBefore }: KnownLists,
): Map<number, number> | null {
  const lists = new Map<number, number>();
  for (const run of runs) {
    const first = run[0];
    if (!first) continue;
    const { client } = first.id;
    const known = Math.max(stateOf(client), first.id.clock);
    let values = listBefore(client, known);
    for (const struct of run) {
      const from = Math.max(struct.id.clock, known);
      if (end(struct) <= from) continue;
      const isList = valuesIn(struct) > 0;
      values = isList && goesOn(struct, from) ? values + end(struct) - from : isList ? end(struct) - from : 0;
      if (values > limits.valuesPerList) return null;
    }
    lists.set(client, values);
  }
  return lists;
}

/** True when what a struct has from a clock on stands behind the clock before it. */
function goesOn(struct: Struct, from: number): boolean {
  if (!(struct instanceof Y.Item)) return false;
  return from > struct.id.clock || (struct.origin?.client === struct.id.client && struct.origin.clock === from - 1);
}

/** How many values a struct holds as a list; 0 for everything else. */
export function valuesIn(struct: Struct | undefined): number {
  if (!(struct instanceof Y.Item)) return 0;
  const { content } = struct;
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr.length : 0;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === 0 || Object.values(value).some((one) => isDeeper(one, levels - 1));
}

function end(struct: Struct | undefined): number {
  return struct ? struct.id.clock + struct.length : 0;
}

/** Names of roots, keys, elements and marks are written again wherever something stands under them. */
function hasShortNames({ parent, parentSub, content }: Y.Item): boolean {
  const names: unknown[] = [parent, parentSub];
  if (content instanceof Y.ContentFormat) names.push(content.key);
  if (content instanceof Y.ContentType && content.type instanceof Y.XmlElement) names.push(content.type.nodeName);
  return names.every((name) => typeof name !== 'string' || name.length <= limits.nameLength);
}

/** Walks the structs in the order in which Yjs would integrate them, each once its references are there. */
function orderProblem(
  runs: ReadonlyMap<number, Struct[]>,
  stateOf: (client: number) => number,
  weigher: Weigher | null,
): UpdateProblem | null {
  const state = new Map<number, number>();
  const known = (client: number): number => state.get(client) ?? stateOf(client);
  const taken = new Map<number, number>();
  const take = (client: number): Struct | undefined => {
    const index = taken.get(client) ?? 0;
    taken.set(client, index + 1);
    return runs.get(client)?.[index];
  };
  const stack: Struct[] = [];
  const waiting = new Set<number>();

  for (const first of runs.keys()) {
    for (let head = take(first); head; head = stack.pop() ?? take(first)) {
      const { client, clock } = head.id;
      waiting.delete(client);
      if (clock > known(client)) return 'missing-dependencies';
      const reference = references(head).find(
        (one) => one.clock >= (one.client === client ? clock : known(one.client)),
      );
      if (!reference) {
        const from = Math.max(clock, known(client));
        if (weigher && end(head) > from && !weigher.visit(head, from)) return 'too-large';
        state.set(client, Math.max(known(client), end(head)));
        continue;
      }
      // Its own future, or a circle of structs that wait for each other: no honest history looks like that.
      if (reference.client === client || waiting.has(reference.client)) return 'malformed-update';
      const next = take(reference.client);
      if (!next) return 'missing-dependencies';
      stack.push(head, next);
      waiting.add(client);
    }
  }
  return null;
}

function references(struct: Y.Item | Y.GC): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  return [struct.origin, struct.rightOrigin, struct.parent].filter((one) => one instanceof Y.ID);
}
