/** Takes cells and rows that hold nothing out of a sheet's XML, piece by piece, before it is parsed. */
export interface EmptyRowFilter {
  pass(piece: string): string;
  /** What was held back because it might have gone on. */
  rest(): string;
}

const emptyCell = /<c\s(?=[^<>]*\br=")[^<>]*(?:\/>|(?<!\/)>\s*<\/c>)/g;
const emptyRow = /<row\s(?=[^<>]*\br=")[^<>]*(?:\/>|(?<!\/)>\s*<\/row>)/g;
/** Longer than any tag that we look for. */
const longestTag = 4096;
/** What is held back in the hope of an end; one endless cell is passed on as it is. */
const longestHeld = 1024 * 1024;

/**
 * Colour down a whole sheet leaves a million rows of formatted cells without content: 150 MB of XML that a parser needs
 * ten seconds for, and a pattern half of one. Only cells and rows that say where they stand are taken out, so that
 * nothing moves.
 */
export function withoutEmptyRows(): EmptyRowFilter {
  let held = '';
  return {
    pass(piece) {
      const text = held + piece;
      const end = text.lastIndexOf('</row>') + '</row>'.length;
      // Rows that are one tag have no such end: then all but a possible half tag is passed on.
      const cut = end >= '</row>'.length ? end : Math.max(text.lastIndexOf('<', text.length - longestTag), 0);
      if (cut === 0 && text.length > longestHeld) {
        held = '';
        return text;
      }
      held = text.slice(cut);
      const whole = text.slice(0, cut);
      // A pattern would not see that a cell in there is meant as words.
      if (whole.includes('<![CDATA[')) return whole;
      return whole.replace(emptyCell, '').replace(emptyRow, '');
    },
    rest() {
      const last = held;
      held = '';
      return last;
    },
  };
}
