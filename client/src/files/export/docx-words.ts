import type { Block, Span } from '@board/shared/model/rich-text';
import { safeHref } from '@board/shared/model/safe-href';
import {
  AlignmentType,
  Bookmark,
  ExternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import { flattened, type Line, plainLine } from '../../strategy/clipboard/lines.ts';
import { startsRtl } from '../../text-direction.ts';
import { cleanText } from './clean-text.ts';
import { type Face, fontsOf, lists } from './docx-look.ts';
import { complexScriptOf, directedRuns } from './scripts-in-text.ts';
import type { Words } from './words.ts';

/** Writes words as paragraphs of a document. One for each document: lists with numbers start anew within it. */
export class DocxWriter {
  readonly words: Words;
  readonly face: Face;
  #instances = 0;
  readonly #marks = new Map<string, number>();

  constructor(words: Words, face: Face) {
    this.words = words;
    this.face = face;
  }

  get isRtl(): boolean {
    return this.words.direction === 'rtl';
  }

  /** Plain words, one paragraph for each of their lines. */
  plain(text: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph[] {
    return cleanText(text)
      .split('\n')
      .map((line) => this.#paragraph(plainLine(line), options));
  }

  /** Plain words that belong to the document and not to a cell: whatever they are written in, they stand at the side where its lines begin. */
  aside(text: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph[] {
    return cleanText(text)
      .split('\n')
      .map((line) => this.#paragraph(plainLine(line), { ...options, ...this.side(line) }));
  }

  /** How a line that runs the other way than the document is brought to where the document's lines begin. */
  side(line: string): Pick<IParagraphOptions, 'alignment'> {
    return startsRtl(line, this.isRtl) === this.isRtl ? {} : { alignment: AlignmentType.END };
  }

  /** A cell's words with their forms. `mark` is put before the first: bookmarks. */
  blocks(blocks: readonly Block[], options: Omit<IParagraphOptions, 'children'> = {}, mark?: Bookmark): Paragraph[] {
    const lines = flattened(blocks);
    const instances = this.#countAnew(lines);
    const written = lines.map((line, at) =>
      this.#paragraph(line, { ...options, ...this.#figures(line) }, at === 0 ? mark : undefined, instances[at] ?? 0),
    );
    return written.length > 0 || !mark ? written : [new Paragraph({ ...options, children: [mark] })];
  }

  /** Plain words within a paragraph that is made elsewhere. */
  inline(text: string): ParagraphChild[] {
    return plainLine(cleanText(text)).spans.flatMap((span) => this.#span(span, this.isRtl));
  }

  /** An invisible mark that carries an id of ours. A document has each name once: where a row stands under several goals, its marks are counted. */
  mark(kind: 'row' | 'action' | 'risk' | 'cluster' | 'group', id: string): Bookmark {
    const name = `${kind}_${id}`;
    const times = (this.#marks.get(name) ?? 0) + 1;
    this.#marks.set(name, times);
    return new Bookmark({ id: times === 1 ? name : `${name}_${times}`, children: [] });
  }

  #paragraph(
    { list, spans }: Line,
    options: Omit<IParagraphOptions, 'children'>,
    mark?: Bookmark,
    instance = 0,
  ): Paragraph {
    const text = spans.map((span) => (span.kind === 'text' ? span.text : ' ')).join('');
    const isRtl = options.bidirectional ?? startsRtl(text, this.isRtl);
    const numbering = list && {
      reference: list.ordered ? lists.numbers : lists.bullets,
      level: list.level - 1,
      instance: list.ordered ? instance : 0,
    };
    const { indent, ...others } = options;
    return new Paragraph({
      ...others,
      ...(numbering ? { numbering } : indent ? { indent } : {}),
      bidirectional: isRtl,
      children: [...(mark ? [mark] : []), ...spans.flatMap((span) => this.#span(span, isRtl))],
    });
  }

  #span(span: Span, isRtl: boolean): ParagraphChild[] {
    if (span.kind === 'break') return [new TextRun({ break: 1 })];
    const lines = cleanText(span.text).split('\n');
    const href = safeHref(span.href);
    const runs = lines.flatMap((line, at) => [
      ...(at > 0 ? [new TextRun({ break: 1 })] : []),
      ...directedRuns(line, isRtl).map((run) => this.#run(run.text, run.isRtl, span, href !== null)),
    ]);
    return href === null ? runs : [new ExternalHyperlink({ link: href, children: runs })];
  }

  #run(text: string, isRtl: boolean, { bold, italic }: Extract<Span, { kind: 'text' }>, isLink: boolean): TextRun {
    const script = complexScriptOf(text, this.words.language);
    const isComplex = isRtl || /[\p{Script=Khmer}\p{Script=Arabic}]/u.test(text);
    return new TextRun({
      children: text.split('\t').flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece])),
      ...(bold ? { bold: true, boldComplexScript: true } : {}),
      ...(italic ? { italics: true, italicsComplexScript: true } : {}),
      ...(isRtl ? { rightToLeft: true } : {}),
      ...(isLink ? { style: 'Hyperlink' } : {}),
      ...(isComplex ? { font: fontsOf(this.face, script), language: { bidirectional: complexRegion(text) } } : {}),
    });
  }

  /** What has figures and no letters (a telephone number, a sum) has no direction of its own, and its parts would change places from right to left. */
  #figures({ list, spans }: Line): IParagraphOptions {
    const text = spans.map((span) => (span.kind === 'text' ? span.text : ' ')).join('');
    if (!this.isRtl || !/[0-9]/.test(text) || /\p{L}/u.test(text)) return {};
    return { bidirectional: false, ...(list ? {} : { alignment: AlignmentType.END }) };
  }

  /** Which list with numbers each line belongs to: one that follows something else, or stands below another item, starts with 1. */
  #countAnew(lines: readonly Line[]): number[] {
    const open: number[] = [];
    return lines.map(({ list }) => {
      const level = list?.level ?? 0;
      open.length = Math.min(open.length, level);
      if (!list) return 0;
      while (open.length < level) open.push(0);
      if (!list.ordered) open[level - 1] = 0;
      else if (!open[level - 1]) {
        this.#instances += 1;
        open[level - 1] = this.#instances;
      }
      return open[level - 1] ?? 0;
    });
  }
}

function complexRegion(text: string): string {
  return /\p{Script=Khmer}/u.test(text) ? 'km-KH' : 'ar-SA';
}
