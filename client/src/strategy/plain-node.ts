import type { Node } from '@tiptap/pm/model';

interface Block {
  node: Node;
  /** Where its first sign stands in the editor. */
  inside: number;
  /** Where it begins in the plain text. */
  start: number;
}

/** What an editor shows as the plain text that `plainOf` makes of the shared text: paragraphs and line breaks as lines. */
export function plainOfNode(doc: Node): string {
  return blocksOf(doc)
    .map(({ node }) => wordsOf(node))
    .join('\n');
}

/** The position in the editor that a place of the plain text stands for. */
export function placeAt(doc: Node, offset: number): number {
  const blocks = blocksOf(doc);
  const block = blocks.findLast(({ start }) => start <= offset);
  if (!block) return 0;
  // Each sign and each line break is one position, so that the rest counts alike.
  return block.inside + Math.min(offset - block.start, block.node.content.size);
}

function blocksOf(doc: Node): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    blocks.push({ node, inside: position + 1, start });
    start += wordsOf(node).length + 1;
    return false;
  });
  return blocks;
}

function wordsOf(block: Node): string {
  return block.textBetween(0, block.content.size, '', (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''));
}
