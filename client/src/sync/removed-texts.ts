import * as Y from 'yjs';
import { perDocument } from './entry-cache.ts';

/** A shared text as it was, with its forms: what Yjs has deleted can be read by nobody afterwards. */
type Node =
  | { kind: 'element'; name: string; attributes: [string, string][]; children: Node[] }
  | { kind: 'text'; delta: { insert: string; attributes?: Record<string, unknown> }[] };

/** Texts of removed rows and of their removed parts, by the cell’s key; the last few hundred. */
const most = 500;

const removed = perDocument((doc) => {
  const texts = new Map<string, Node[]>();
  doc.getMap('rows').observeDeep((events, transaction) => {
    for (const event of events) {
      if (!(event.target instanceof Y.Map)) continue;
      for (const [name, { action, oldValue }] of event.changes.keys) {
        if (action === 'delete') keep(texts, [...event.path.map(String), name], oldValue, transaction);
      }
    }
    for (const key of [...texts.keys()].slice(0, Math.max(0, texts.size - most))) texts.delete(key);
  });
  return texts;
});

/** Begins to remember what is removed from a strategy. */
export function rememberRemoved(doc: Y.Doc): void {
  removed(doc);
}

/** What a shared text like the one that a removed cell had is made of, new; null when nothing is known of it. `key`: the cell’s key. */
export function removedText(doc: Y.Doc, key: string): (Y.XmlElement | Y.XmlText)[] | null {
  const texts = removed(doc);
  // A row that others were put together with shows their texts as its own.
  const behindRow = key.slice(key.indexOf('.'));
  const nodes = texts.get(key) ?? [...texts].findLast(([one]) => isOfPart(key) && one.endsWith(behindRow))?.[1];
  return nodes ? nodes.map(build) : null;
}

function isOfPart(key: string): boolean {
  return key.split('.').length > 2;
}

function keep(texts: Map<string, Node[]>, path: readonly string[], value: unknown, transaction: Y.Transaction): void {
  if (value instanceof Y.XmlFragment) {
    const key = path.filter((name) => name !== 'actions' && name !== 'risks').join('.');
    texts.delete(key);
    texts.set(key, describe(value, transaction));
  } else if (value instanceof Y.Map) {
    for (const [name, item] of value._map) keep(texts, [...path, name], typeIn(item, transaction), transaction);
  }
}

/** True for what was there until this transaction. */
function wasThere(item: Y.Item, { deleteSet }: Y.Transaction): boolean {
  return !item.deleted || Y.isDeleted(deleteSet, item.id);
}

function typeIn(item: Y.Item, transaction: Y.Transaction): unknown {
  return wasThere(item, transaction) && item.content instanceof Y.ContentType ? item.content.type : null;
}

function describe(parent: Pick<Y.XmlFragment, '_start'>, transaction: Y.Transaction): Node[] {
  const nodes: Node[] = [];
  for (let item = parent._start; item; item = item.right) {
    const child = typeIn(item, transaction);
    if (child instanceof Y.XmlText) nodes.push({ kind: 'text', delta: deltaOf(child, transaction) });
    else if (child instanceof Y.XmlElement)
      nodes.push({
        kind: 'element',
        name: child.nodeName,
        attributes: attributesOf(child, transaction),
        children: describe(child, transaction),
      });
  }
  return nodes;
}

function attributesOf(element: Y.XmlElement, transaction: Y.Transaction): [string, string][] {
  return [...element._map].flatMap(([name, item]): [string, string][] => {
    const value = wasThere(item, transaction) ? item.content.getContent()[0] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  });
}

function deltaOf(text: Y.XmlText, transaction: Y.Transaction): Extract<Node, { kind: 'text' }>['delta'] {
  const delta: Extract<Node, { kind: 'text' }>['delta'] = [];
  const now = new Map<string, unknown>();
  for (let item = text._start; item; item = item.right) {
    if (!wasThere(item, transaction)) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) now.delete(content.key);
      else now.set(content.key, content.value);
    } else if (content instanceof Y.ContentString) {
      delta.push({ insert: content.str, ...(now.size > 0 ? { attributes: Object.fromEntries(now) } : {}) });
    }
  }
  return delta;
}

function build(node: Node): Y.XmlElement | Y.XmlText {
  if (node.kind === 'text') {
    const text = new Y.XmlText();
    text.applyDelta(node.delta);
    return text;
  }
  const element = new Y.XmlElement(node.name);
  for (const [name, value] of node.attributes) element.setAttribute(name, value);
  element.insert(0, node.children.map(build));
  return element;
}
