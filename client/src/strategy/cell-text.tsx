import { type Block, readBlocks, type Span } from '@board/shared/model/rich-text';
import { Fragment, memo, type ReactNode } from 'react';
import type * as Y from 'yjs';
import { startsRtl } from '../text-direction.ts';
import styles from './cell-text.module.css';
import { useFragmentVersion } from './follow-fragment.ts';

/**
 * A cell's shared text as plain HTML, drawn again when it changes. Everything becomes text nodes; only http, https and
 * mail links are links. Needs no editor.
 */
export const CellText = memo(function CellText({ fragment }: { fragment: Y.XmlFragment }) {
  useFragmentVersion(fragment);
  return drawFragment(fragment);
});

/** The same for a cell of the grid, drawn again when `version` is another; Tab comes to the cell and not to its links. */
export const VersionedText = memo(function VersionedText({ fragment }: { fragment: Y.XmlFragment; version: number }) {
  return drawFragment(fragment, -1);
});

/** The same for words that were read before. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return drawBlocks(blocks);
}

function drawFragment(fragment: Y.XmlFragment, linkStop?: -1): ReactNode {
  return drawBlocks(readBlocks(fragment), linkStop);
}

function drawBlocks(blocks: readonly Block[], linkStop?: -1): ReactNode {
  return <div className={styles['text']}>{blocks.map((block, index) => drawBlock(block, index, linkStop))}</div>;
}

function drawBlock(block: Block, index: number, linkStop?: -1): ReactNode {
  const key = `${block.kind}${index}`;
  if (block.kind === 'paragraph') {
    return (
      <p key={key} dir="auto">
        {block.spans.map((span, at) => drawSpan(span, at, linkStop))}
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List key={key}>
      {block.items.map((item, place) => (
        <li key={`${key}.${place + 1}`} dir={directionOf(item)}>
          {item.map((inside, at) => drawBlock(inside, at, linkStop))}
        </li>
      ))}
    </List>
  );
}

/** The side on which an item's mark stands. The browser would not look into its paragraphs, which have directions of their own. */
function directionOf(item: readonly Block[]): 'rtl' | 'ltr' | undefined {
  const words = item.flatMap((block) => (block.kind === 'paragraph' ? block.spans : []));
  const text = words.map((span) => (span.kind === 'text' ? span.text : ' ')).join('');
  if (text.trim() === '') return undefined;
  return startsRtl(text, false) ? 'rtl' : 'ltr';
}

function drawSpan(span: Span, index: number, linkStop?: -1): ReactNode {
  const key = `${span.kind}${index}`;
  if (span.kind === 'break') return <br key={key} />;
  let drawn: ReactNode = span.text;
  if (span.italic) drawn = <em>{drawn}</em>;
  if (span.bold) drawn = <strong>{drawn}</strong>;
  if (span.href === null) return <Fragment key={key}>{drawn}</Fragment>;
  return (
    <a key={key} href={span.href} tabIndex={linkStop} target="_blank" rel="noopener noreferrer nofollow">
      {drawn}
    </a>
  );
}
