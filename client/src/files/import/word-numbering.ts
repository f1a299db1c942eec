import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** Numbers that Word sets before paragraphs by itself, so that they are nowhere in the text: drafts of reports have them. */
export interface WordNumbering {
  /** The list and level that a style of paragraphs has, or null. */
  ofStyle(style: string): { list: string; level: number } | null;
  /** Counts the next paragraph of a list and gives its number as printed (118. or 118.1); '' for bullets and letters. */
  next(list: string, level: number): string;
}

interface Level {
  start: number;
  format: string;
  /** As `%1.%2`: the figures stand for the counts of the levels. */
  text: string;
}

interface Lists {
  /** By the kind of list and the level. */
  levels: Map<string, Map<number, Level>>;
  /** A list's kind; lists of one kind count on. */
  kinds: Map<string, string>;
}

/** Reads how a Word document numbers its paragraphs. */
export async function readWordNumbering(archive: Archive): Promise<WordNumbering> {
  const { levels, kinds } = await readLists(archive);
  const styles = await readStyles(archive);
  const counts = new Map<string, number[]>();
  return {
    ofStyle: (style) => styles.get(style) ?? null,
    next(list, level) {
      const kind = kinds.get(list) ?? '';
      const own = levels.get(kind);
      const here = own?.get(level);
      if (!own || !here) return '';
      const count = counts.get(kind) ?? [];
      counts.set(kind, count);
      count[level] = (count[level] ?? here.start - 1) + 1;
      count.length = level + 1;
      if (here.format !== 'decimal') return '';
      return here.text.replace(/%(\d)/g, (_, place: string) => {
        const at = Number(place) - 1;
        return String(count[at] ?? own.get(at)?.start ?? 1);
      });
    },
  };
}

async function readLists(archive: Archive): Promise<Lists> {
  const lists: Lists = { levels: new Map(), kinds: new Map() };
  let kind: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list = '';
  const xml = readXml({
    open(name, attribute) {
      if (name === 'abstractNum') {
        kind = new Map();
        lists.levels.set(attribute('abstractNumId'), kind);
      } else if (name === 'lvl' && kind) {
        level = { start: 1, format: 'decimal', text: '' };
        kind.set(Number(attribute('ilvl')), level);
      } else if (name === 'num') list = attribute('numId');
      else if (name === 'abstractNumId') lists.kinds.set(list, attribute('val'));
      else if (level && name === 'start') level.start = Number(attribute('val')) || 0;
      else if (level && name === 'numFmt') level.format = attribute('val');
      else if (level && name === 'lvlText') level.text = attribute('val');
    },
    close(name) {
      if (name === 'lvl') level = null;
      if (name === 'abstractNum') kind = null;
    },
  });
  await readPart(archive, 'word/numbering.xml', xml);
  return lists;
}

async function readStyles(archive: Archive): Promise<Map<string, { list: string; level: number }>> {
  const styles = new Map<string, { list: string; level: number }>();
  let style = '';
  let level = 0;
  const xml = readXml({
    open(name, attribute) {
      if (name === 'style') {
        style = attribute('styleId');
        level = 0;
      } else if (name === 'ilvl') level = Number(attribute('val')) || 0;
      else if (name === 'numId' && style !== '') styles.set(style, { list: attribute('val'), level });
    },
    close(name) {
      if (name === 'style') style = '';
    },
  });
  await readPart(archive, 'word/styles.xml', xml);
  return styles;
}

async function readPart(archive: Archive, name: string, xml: ReturnType<typeof readXml>): Promise<void> {
  if (!archive.has(name)) return;
  await archive.read(name, xml.write);
  xml.end();
}
