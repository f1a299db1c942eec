import type { Archive } from '../archive.ts';
import { readingLimits } from '../reading-limits.ts';
import { Unreadable } from '../unreadable.ts';
import { readXml } from '../xml.ts';

/** The texts that a workbook's cells point to, in their order. Readings above the line (Japanese) are left out. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let words: string[] = [];
  let isText = false;
  let isAside = false;
  let characters = 0;
  const xml = readXml({
    open(name) {
      if (name === 'si') words = [];
      else if (name === 't') isText = !isAside;
      else if (name === 'rPh') isAside = true;
    },
    text(piece) {
      if (!isText) return;
      characters += piece.length;
      if (characters > readingLimits.keptCharacters) throw new Unreadable('swells');
      words.push(piece);
    },
    close(name) {
      if (name === 'si') strings.push(unescapeSigns(words.join('')));
      if (strings.length > readingLimits.sharedStrings) throw new Unreadable('swells');
      if (name === 't') isText = false;
      else if (name === 'rPh') isAside = false;
    },
  });
  if (archive.has(part)) {
    await archive.read(part, xml.write);
    xml.end();
  }
  return strings;
}

/** Spreadsheets write a carriage return as `_x000D_`, and what looks like that as `_x005F_x000D_`. */
export function unescapeSigns(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
