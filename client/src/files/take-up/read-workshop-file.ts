import { limits } from '@board/shared/protocol/limits';
import { fail, ok, type Result } from '@board/shared/result';
import { fileFormat, fileVersion, type WorkshopFile } from '@board/shared/workshop-file/parts';
import { openArchive, textOfPart } from '../import/archive.ts';
import { Unreadable } from '../import/unreadable.ts';

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
  if (!isArchive && bytes.byteLength > limits.workshopFileBytes) return fail('too-large');
  const entry = isArchive ? await entryIn(bytes) : ok(new TextDecoder().decode(bytes));
  return entry.ok ? found(entry.value) : entry;
}

/** Only the one entry is unpacked, and never more of it than a workshop may have. */
async function entryIn(bytes: Uint8Array): Promise<Result<string, FileProblem>> {
  const caps = { unpackedBytes: limits.workshopFileBytes, partBytes: limits.workshopFileBytes };
  try {
    const archive = await openArchive(bytes, caps);
    return archive.has(entryName) ? ok(await textOfPart(archive, entryName)) : fail('not-a-workshop');
  } catch (problem) {
    return fail(problem instanceof Unreadable && problem.problem === 'swells' ? 'too-large' : 'not-a-workshop');
  }
}

function found(written: string): Result<FoundWorkshop, FileProblem> {
  const text = written.replace(/^\ufeff/, '');
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
