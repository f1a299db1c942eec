import type { Block } from '@board/shared/model/rich-text';
import type { WorkshopFile } from '@board/shared/workshop-file/parts';
import { charterContent } from './charter-content.ts';
import type { RecordPart } from './charter-record.ts';
import { cleanText } from './clean-text.ts';
import { cellOf, textOf } from './form-lines.ts';
import type { Words } from './words.ts';

/** The charter in words only, for a mail or a message: UTF-8, a blank line between paragraphs. */
export function charterText(file: WorkshopFile, words: Words): Uint8Array<ArrayBuffer> {
  const { title, above, facts, draft, preamble, items, closing, record } = charterContent(file, words);
  const plain = (blocks: readonly Block[]) => textOf(cellOf(blocks));
  const numbered = items.map(({ words: text, below }, place) =>
    [`${place + 1}. ${plain(text).replaceAll('\n', '\n   ')}`, ...below.map((line) => `   ${line}`)].join('\n'),
  );
  const parts = [
    [title.toLocaleUpperCase(words.language), above, ...facts].filter((line) => line !== '').join('\n'),
    draft,
    plain(preamble),
    ...numbered,
    plain(closing),
    ...record.map(partText),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return new TextEncoder().encode(`\ufeff${cleanText(text).replaceAll('\n', '\r\n')}\r\n`);
}

function partText(part: RecordPart): string {
  if (part.kind === 'table') return part.lines.map((line) => tableLine(part.head, line)).join('\n');
  if (part.kind === 'heading') return part.level === 1 ? `\n${part.text}\n${'='.repeat(part.text.length)}` : part.text;
  return part.text;
}

function tableLine(head: readonly string[], line: readonly string[]): string {
  return line.map((cell, at) => (at === 0 ? cell : `${head[at]}: ${cell}`)).join(' · ');
}
