import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { cleanText } from './clean-text.ts';
import { type Face, fontsOf, margin, numberingOf, paper, stylesOf } from './docx-look.ts';
import type { DocxWriter } from './docx-words.ts';
import { complexScriptOf } from './scripts-in-text.ts';

/** What a document is made of, beside its styles. */
export interface DocxSetup {
  /** Stands in the file's properties; no author does. */
  title: string;
  /** At the foot of each page, before the number. */
  foot: string;
  isLandscape: boolean;
  /** Half-points. */
  size: number;
  body: FileChild[];
}

/** Whole document: page, styles, page numbers, and nobody's name in its properties. */
export async function packDocx(writer: DocxWriter, setup: DocxSetup): Promise<Uint8Array<ArrayBuffer>> {
  const { words, face } = writer;
  const side = setup.isLandscape ? margin.wide : margin.text;
  const doc = new Document({
    title: cleanText(setup.title),
    creator: '',
    lastModifiedBy: '',
    description: '',
    styles: stylesOf(words, face, setup.size),
    numbering: numberingOf(face),
    sections: [
      {
        properties: {
          page: {
            size: {
              ...paper,
              orientation: setup.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: side, bottom: side, left: side, right: side, header: 450, footer: 450 },
          },
        },
        footers: { default: footer(writer, setup) },
        children: setup.body,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(doc));
}

/** How wide the text is, in twentieths of a point. */
export function textWidth(isLandscape: boolean): number {
  return isLandscape ? paper.height - 2 * margin.wide : paper.width - 2 * margin.text;
}

/** Title and the facts below it. */
export function titleBlock(writer: DocxWriter, title: string, above: string, facts: readonly string[]): Paragraph[] {
  return [
    ...(above === '' ? [] : writer.aside(above, { style: 'BoardFacts' })),
    ...writer.aside(title, { heading: HeadingLevel.TITLE }),
    ...facts.filter((fact) => fact !== '').flatMap((fact) => writer.aside(fact, { style: 'BoardFacts' })),
  ];
}

const [pageSign, pagesSign] = ['⟦page⟧', '⟦pages⟧'];

function footer(writer: DocxWriter, { foot, isLandscape, size }: DocxSetup): Footer {
  const { words, face, isRtl } = writer;
  const numbered = words.t('takehome:doc.page', { page: pageSign, pages: pagesSign });
  const run = (text: string, children: ConstructorParameters<typeof TextRun>[0] & object = {}) =>
    new TextRun({ ...look(face, words.language, size, isRtl), children: [text], ...children });
  const pieces = numbered.split(/(⟦pages?⟧)/).map((piece) => {
    if (piece === pageSign) return run('', { children: [PageNumber.CURRENT] });
    if (piece === pagesSign) return run('', { children: [PageNumber.TOTAL_PAGES] });
    return run(piece);
  });
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: isRtl,
        alignment: AlignmentType.START,
        // In a paragraph from right to left the right is the end of the line, for Word as for others.
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth(isLandscape) }],
        children: [run(cleanText(foot)), new TextRun({ children: [new Tab()] }), ...pieces],
      }),
    ],
  });
}

function look(face: Face, language: string, size: number, isRtl: boolean) {
  return {
    size: size - 3,
    sizeComplexScript: size - 3,
    color: '59626B',
    font: fontsOf(face, complexScriptOf('', language)),
    ...(isRtl ? { rightToLeft: true } : {}),
  };
}
