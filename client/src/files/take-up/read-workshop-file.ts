import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import { fileFormat, fileVersion, type WorkshopFile } from '@board/shared/workshop-file/parts';
import { strFromU8, unzipSync } from 'fflate';

/** Why nothing can be taken up from a file. */
export type FileProblem = 'not-a-workshop' | 'newer' | 'too-large';

/** What is told of a workshop before it is taken up. The server checks all of it. */
export interface FoundWorkshop {
  /** The file as it is sent. */
  text: string;
  title: string;
  groups: number;
  recommendations: number;
  writtenAt: number;
  withNames: boolean;
}

/** Where the archive has the workshop (export/everything.ts). */
const entryName = 'workshop.json';

/** Bytes of an archive with everything in it. */
const archiveBytes = 100 * 1024 * 1024;

/** Reads an archive that was taken home, or the file in it. Never throws; nothing is sent. */
export async function readWorkshopFile(file: Blob): Promise<Result<FoundWorkshop, FileProblem>> {
  if (file.size > archiveBytes) return fail('too-large');
  const bytes = await file
    .arrayBuffer()
    .then((buffer) => new Uint8Array(buffer))
    .catch(() => null);
  if (bytes === null) return fail('not-a-workshop');
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const entry = isArchive ? entryIn(bytes) : ok(bytes);
  return entry.ok ? found(entry.value) : entry;
}

/** Only the one entry is unpacked, and only if it says that it is small enough. One that says so wrongly is cut at that size by the unpacking itself. */
function entryIn(archive: Uint8Array): Result<Uint8Array, FileProblem> {
  let isTooLarge = false;
  try {
    const entries = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (name !== entryName) return false;
        isTooLarge = originalSize > limits.workshopFileBytes;
        return !isTooLarge;
      },
    });
    const entry = entries[entryName];
    if (isTooLarge) return fail('too-large');
    return entry ? ok(entry) : fail('not-a-workshop');
  } catch {
    return fail('not-a-workshop');
  }
}

function found(bytes: Uint8Array): Result<FoundWorkshop, FileProblem> {
  if (bytes.byteLength > limits.workshopFileBytes) return fail('too-large');
  const text = strFromU8(bytes).replace(/^\ufeff/, '');
  const file = parse(text) as Partial<WorkshopFile> | null;
  if (file?.format !== fileFormat || !file.workshop || !Array.isArray(file.groups)) return fail('not-a-workshop');
  if (typeof file.version === 'number' && file.version > fileVersion) return fail('newer');
  return ok({
    text,
    title: String(file.workshop.title),
    groups: file.groups.length,
    recommendations: file.recommendations?.length ?? 0,
    writtenAt: Date.parse(String(file.writtenAt)) || 0,
    withNames: file.withNames === true,
  });
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
