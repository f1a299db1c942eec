import { unescapeSigns } from '../../sheet-signs.ts';
import type { Archive } from '../archive.ts';
import { readingLimits } from '../reading-limits.ts';
import { Unreadable } from '../unreadable.ts';
import { readXml } from '../xml.ts';

/** The texts that a workbook's cells point to, in their order. Readings above the line (Japanese) are left out. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = [];
  let words: string[] = [];
  /** Of the run that is being read: a sign in figures does not go over two runs. */
  let run: string[] = [];
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
      run.push(piece);
    },
    close(name) {
      if (name === 'si') strings.push(words.join(''));
      if (strings.length > readingLimits.sharedStrings) throw new Unreadable('swells');
      if (name === 't') {
        isText = false;
        words.push(unescapeSigns(run.join('')));
        run = [];
      }
      if (name === 'rPh') isAside = false;
    },
  });
  if (archive.has(part)) {
    await archive.read(part, xml.write);
    xml.end();
  }
  return strings;
}
