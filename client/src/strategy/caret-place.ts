import type { Node } from '@tiptap/pm/model';

/** Where a position of the editor lies in the plain text of its fragment (`plainOf`): a line per paragraph, a line break counts one sign. */
export function plainPlaceOf(doc: Node, position: number): number {
  let place = 0;
  let isFirst = true;
  doc.nodesBetween(0, position, (node, at) => {
    if (node.isTextblock) {
      if (!isFirst) place += 1;
      isFirst = false;
    } else if (node.isText) place += Math.min(node.nodeSize, position - at);
    else if (node.isLeaf && at < position) place += 1;
  });
  return place;
}
