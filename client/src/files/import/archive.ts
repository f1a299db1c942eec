import { configure, type Entry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { readingLimits } from './reading-limits.ts';
import { Unreadable } from './unreadable.ts';

/** The parts of a zipped document, unpacked one at a time and never as a whole. */
export interface Archive {
  /** Of its parts, as they are written. */
  names: readonly string[];
  has(name: string): boolean;
  /**
   * Hands a part's text over piece by piece, as it is unpacked. A part that is not there gives nothing. Sheets are read on
   * the way and may be large; of all others no more than `partBytes` is taken.
   */
  read(name: string, take: (piece: string) => void, isSheet?: true): Promise<void>;
}

/** What kind of document a zip holds, by its main part; null for any other. */
export function documentIn(archive: Archive): 'workbook' | 'word' | 'open' | null {
  if (archive.has('xl/workbook.xml')) return 'workbook';
  if (archive.has('word/document.xml')) return 'word';
  const isOpen =
    archive.has('META-INF/manifest.xml') && (archive.has('content.xml') || archive.has('encrypted-package'));
  return isOpen ? 'open' : null;
}

/** Bytes that may be unpacked: of the whole, and of one part that is no sheet. */
export type UnpackingCaps = Pick<Record<keyof typeof readingLimits, number>, 'unpackedBytes' | 'partBytes'>;

// Most of this runs in a worker already, and the page's policy forbids those that the library would start.
configure({ useWebWorkers: false });

/**
 * Opens a zipped document. Throws `Unreadable`: `damaged` for what is cut off or broken, `protected` for what opens with a
 * password, `swells` as soon as more has been unpacked than any honest list holds, whatever the file says of itself.
 */
export async function openArchive(bytes: Uint8Array, caps: UnpackingCaps = readingLimits): Promise<Archive> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const entries = await reader.getEntries().catch(() => {
    throw new Unreadable('damaged');
  });
  const byName = new Map(entries.map((entry) => [entry.filename.toLowerCase(), entry]));
  const budget = { left: caps.unpackedBytes };
  return {
    names: entries.map(({ filename }) => filename),
    has: (name) => byName.has(name.toLowerCase()),
    async read(name, take, isSheet) {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return;
      const part = { left: isSheet ? budget.left : Math.min(budget.left, caps.partBytes) };
      const before = part.left;
      await unpack(entry, part, take);
      budget.left -= before - part.left;
    },
  };
}

/** A whole part as text; '' for one that is not there. */
export async function textOfPart(archive: Archive, name: string): Promise<string> {
  let text = '';
  await archive.read(name, (piece) => {
    text += piece;
  });
  return text;
}

async function unpack(entry: Entry, budget: { left: number }, take: (piece: string) => void): Promise<void> {
  if (entry.directory) return;
  if (entry.encrypted) throw new Unreadable('protected');
  if (entry.uncompressedSize > budget.left) throw new Unreadable('swells');
  let decoder: TextDecoder | null = null;
  let fault: unknown = null;
  const pieces = new WritableStream<Uint8Array>({
    write(chunk) {
      try {
        budget.left -= chunk.length;
        if (budget.left < 0) throw new Unreadable('swells');
        decoder ??= new TextDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : 'utf-8');
        take(decoder.decode(chunk, { stream: true }));
      } catch (problem) {
        fault = problem;
        throw problem;
      }
    },
  });
  try {
    await entry.getData(pieces);
  } catch {
    // What a reader of the part has thrown is the reason; all else is the packing itself.
    throw fault ?? new Unreadable('damaged');
  }
}
