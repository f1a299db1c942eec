import { SaxesParser } from 'saxes';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';

/** What is told of a document's XML, in its order. Names come without their prefix: `w:tbl` is `tbl`. */
export interface XmlListener {
  /** `attribute` gives a value by its name without prefix, or '' where there is none. */
  open?(name: string, attribute: (name: string) => string): void;
  close?(name: string): void;
  text?(words: string): void;
}

export interface XmlReading {
  write(piece: string): void;
  /** To be called once behind the last piece; throws when the document is not complete. */
  end(): void;
}

/**
 * Reads XML strictly, piece by piece. Entities of a document's own are not known to it, so that none can be made to
 * swell. Throws `Unreadable` with `damaged` where the XML is not well-formed or is cut off,
 * and with `swells` for a text without an end.
 */
export function readXml(listener: XmlListener): XmlReading {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new Unreadable('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > readingLimits.depth) throw new Unreadable('damaged');
    listener.open?.(bare(name), (wanted) => {
      for (const key in attributes) if (bare(key) === wanted) return attributes[key]!;
      return '';
    });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close?.(bare(name));
  });
  parser.on('text', (words) => listener.text?.(words));
  parser.on('cdata', (words) => listener.text?.(words));
  let withoutTag = 0;
  return {
    write(piece) {
      // The parser would gather all of it before it tells of any.
      const tag = piece.lastIndexOf('<');
      withoutTag = tag < 0 ? withoutTag + piece.length : piece.length - tag;
      if (withoutTag > readingLimits.textCharacters) throw new Unreadable('swells');
      parser.write(piece);
    },
    end: () => void parser.close(),
  };
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
