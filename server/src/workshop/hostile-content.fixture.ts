import fc from 'fast-check';
import * as Y from 'yjs';

/** Keys that every object has, that other types have, and that the board's own documents use. */
const keys = fc.constantFrom(
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'then', 'toJSON', 'length'],
  ...['', ' ', '0', '-1', 'a'.repeat(300), '222222222222', '\ud800', '16.3', '222222222222.333333333333'],
  ...['order', 'recommendation', 'cluster', 'mechanisms', 'sdgTargets', 'priority', 'actions', 'risks', 'text', 'name'],
  ...['indicator', 'resources', 'partners', 'timeframe', 'contribution', 'risk', 'response', 'title', 'day', 'start'],
  ...['number', 'states', 'position', 'themes', 'mergedInto', 'was', 'source', 'merged', 'words', 'groupId', 'stage'],
  ...['rowId', 'actionId', 'adoption', 'from', 'to', 'term', 'en', 'hand:number', 'seenPosition', 'cycle'],
  ...['seenText:en', 'was:text:en'],
);

const texts = fc.oneof(
  keys,
  fc.constantFrom(
    '.'.repeat(5_000),
    ' '.repeat(5_000),
    '1-'.repeat(2_000),
    'A Watch; '.repeat(900),
    '2027-03',
    'noted',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** A value of a document before it stands in one. */
export type Hostile =
  | { is: 'plain'; value: unknown }
  | { is: 'map' | 'array' | 'fragment' | 'element' | 'text' | 'words' | 'hook'; members: [string, Hostile][] };

const plain = fc.oneof(
  texts,
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, 10n),
  fc.uint8Array({ maxLength: 8 }),
  fc.array(texts, { maxLength: 4 }),
  fc
    .array(fc.tuple(keys, fc.oneof(texts, fc.constant(null))), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries))
    // Yjs itself refuses to write such an object, but not inside of a list.
    .map((value) => (Object.hasOwn(value, 'constructor') ? [value] : value)),
);

const hostile = fc.letrec<{ value: Hostile }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain.map((value): Hostile => ({ is: 'plain', value })),
    fc.record({
      is: fc.constantFrom('map' as const, 'map', 'map', 'array', 'fragment', 'element', 'text', 'words', 'hook'),
      members: fc.array(fc.tuple(keys, tie('value')), { maxLength: 8 }),
    }),
  ),
})).value;

/** What stands under one root: its type, and what is in it. */
export const hostileMembers = fc.array(fc.tuple(keys, hostile), { maxLength: 8 });

/** Puts hostile members into a map. */
export function fill(map: Y.Map<unknown>, members: readonly [string, Hostile][]): void {
  for (const [key, value] of members) map.set(key, built(value));
}

function built(hostile: Hostile): unknown {
  if (hostile.is === 'plain') return hostile.value;
  const { members } = hostile;
  if (hostile.is === 'map' || hostile.is === 'hook') {
    const map = hostile.is === 'map' ? new Y.Map<unknown>() : new Y.XmlHook('hook');
    fill(map as Y.Map<unknown>, members);
    return map;
  }
  if (hostile.is === 'array')
    return Y.Array.from(members.map(([, value]) => (value.is === 'plain' ? [value.value] : built(value)) as never));
  if (hostile.is === 'text' || hostile.is === 'words') return text(hostile.is, members);
  const node = hostile.is === 'fragment' ? new Y.XmlFragment() : new Y.XmlElement(members[0]?.[0] || 'paragraph');
  node.insert(
    0,
    members.map(([key, value]) => {
      const inside = built(value);
      return inside instanceof Y.XmlElement || inside instanceof Y.XmlText ? inside : new Y.XmlText(key);
    }),
  );
  return node;
}

/** Words, marks and embeds, one after the other. */
function text(is: 'text' | 'words', members: readonly [string, Hostile][]): Y.Text {
  const made = is === 'text' ? new Y.Text() : new Y.XmlText();
  for (const [key, value] of members) {
    made.insert(
      0,
      `${key} `,
      Object.fromEntries([[key, value.is === 'plain' && typeof value.value === 'string' ? value.value : true]]),
    );
    made.insertEmbed(0, { [key]: key });
  }
  return made;
}
