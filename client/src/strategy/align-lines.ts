import type { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { writeLine } from './write-line.ts';

/** What the editor showed last for each part of the shared text. */
export type Mapping = Map<unknown, Node | readonly Node[]>;

/**
 * Makes room in a shared text for lines that are new in the editor, and takes out those that are gone, where the binding
 * would have to guess: it compares what the lines say, and of two empty lines beside each other would give this person the
 * other one’s, with the caret of the other in it. Here lines are told apart by what they are. The binding then fills them.
 * To be called in the transaction in which the binding writes.
 */
export function alignLines(shared: Y.XmlFragment, shown: Node, mapping: Mapping): void {
  const lines = shared.toArray();
  const nodes = shown.children;
  const isKnown = (line: unknown, node: unknown): boolean => mapping.get(line) === node;
  const isAlike = (line: unknown, node: unknown): boolean => {
    const was = mapping.get(line);
    return was !== undefined && 'eq' in was && was.eq(node as Node);
  };
  const kept = endsOf(lines, nodes, isKnown);
  const middle = { lines: kept.of(lines), nodes: kept.of(nodes) };
  const [line] = middle.lines;
  const [node] = middle.nodes;
  const isOne = middle.lines.length === 1 && middle.nodes.length === 1;
  if (isOne && line instanceof Y.XmlElement && node && line.nodeName === node.type.name) {
    if (!node.isTextblock) alignLines(line, node, mapping);
    // What the binding finds as it shows it, it does not touch.
    else if (writeLine(line, node)) mapping.set(line, node);
    return;
  }
  const alike = endsOf(middle.lines, middle.nodes, isAlike);
  const at = kept.first + alike.first;
  const [gone, added] = [alike.of(middle.lines), alike.of(middle.nodes)];
  if (gone.length === 0 && added.length > 0) shared.insert(at, added.map(emptyLine));
  if (added.length === 0 && gone.length > 0) shared.delete(at, gone.length);
}

function emptyLine(node: Node): Y.XmlElement {
  return new Y.XmlElement(node.type.name);
}

/** How many from the beginning and the end are the same in two lists, and what is left of a list between them. */
function endsOf(
  lines: readonly unknown[],
  nodes: readonly unknown[],
  isSame: (line: unknown, node: unknown) => boolean,
) {
  const most = Math.min(lines.length, nodes.length);
  let first = 0;
  while (first < most && isSame(lines[first], nodes[first])) first += 1;
  let last = 0;
  while (last < most - first && isSame(lines.at(-1 - last), nodes.at(-1 - last))) last += 1;
  return { first, of: <Member>(list: readonly Member[]): Member[] => list.slice(first, list.length - last) };
}
