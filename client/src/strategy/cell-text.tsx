import { Fragment, memo, type ReactNode } from 'react';
import type * as Y from 'yjs';
import styles from './cell-text.module.css';
import { useFragmentVersion } from './follow-fragment.ts';
import { type Block, readBlocks, type Span } from './rich-text.ts';

/**
 * A cell's shared text as plain HTML, drawn again when it changes. Everything becomes text nodes; only http, https and
 * mail links are links. Needs no editor.
 */
export const CellText = memo(function CellText({ fragment }: { fragment: Y.XmlFragment }) {
  useFragmentVersion(fragment);
  return drawFragment(fragment);
});

/** The same, drawn again when `version` is another: for who knows the version already. */
export const VersionedText = memo(function VersionedText({ fragment }: { fragment: Y.XmlFragment; version: number }) {
  return drawFragment(fragment);
});

function drawFragment(fragment: Y.XmlFragment): ReactNode {
  return <div className={styles['text']}>{readBlocks(fragment).map(drawBlock)}</div>;
}

function drawBlock(block: Block, index: number): ReactNode {
  const key = `${block.kind}${index}`;
  if (block.kind === 'paragraph') {
    return (
      <p key={key} dir="auto">
        {block.spans.map(drawSpan)}
      </p>
    );
  }
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List key={key}>
      {block.items.map((item, place) => (
        <li key={`${key}.${place + 1}`} dir="auto">
          {item.map(drawBlock)}
        </li>
      ))}
    </List>
  );
}

function drawSpan(span: Span, index: number): ReactNode {
  const key = `${span.kind}${index}`;
  if (span.kind === 'break') return <br key={key} />;
  let drawn: ReactNode = span.text;
  if (span.italic) drawn = <em>{drawn}</em>;
  if (span.bold) drawn = <strong>{drawn}</strong>;
  if (span.href === null) return <Fragment key={key}>{drawn}</Fragment>;
  return (
    <a key={key} href={span.href} target="_blank" rel="noopener noreferrer nofollow">
      {drawn}
    </a>
  );
}
