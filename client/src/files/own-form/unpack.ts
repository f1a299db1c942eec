import { fail, ok, type Result } from '@board/shared/result';
import { type Archive, documentIn, openArchive, textOfPart } from '../import/archive.ts';
import { Unreadable } from '../import/unreadable.ts';
import { pack } from '../pack.ts';
import type { FormProblem } from './form.ts';

/** Bytes of a file that is taken in. */
export const fileBytes = 20 * 1024 * 1024;
/** Bytes of what is unpacked of it, of one part and of all that are needed: a strategy of 600 full rows has some ten million. */
const caps = { partBytes: 40 * 1024 * 1024, unpackedBytes: 120 * 1024 * 1024 };

/** What kind of document a file is, by what is in it and not by its name. */
export type Unpacked =
  | { kind: 'docx'; parts: ReadonlyMap<string, string> }
  /** The workbook packed anew, with nothing in it that says to be shorter than it is. */
  | { kind: 'xlsx'; bytes: Uint8Array };

const wordParts = /^word\/(?:document|numbering|styles|_rels\/document\.xml)\.(?:xml|rels)$/;

/** Looks into a file. Only parts that are needed are unpacked, and none beyond the caps. Never throws. */
export async function unpack(bytes: Uint8Array): Promise<Result<Unpacked, FormProblem>> {
  if (bytes.byteLength > fileBytes) return fail('too-large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail(isEncrypted(bytes) ? 'protected' : 'not-a-document');
  if (!startsWith(bytes, [0x50, 0x4b])) return fail('not-a-document');
  try {
    const archive = await openArchive(bytes, caps);
    const kind = documentIn(archive);
    if (kind === 'workbook') return ok({ kind: 'xlsx', bytes: await repacked(archive) });
    if (kind !== 'word') return fail('not-a-document');
    return ok({ kind: 'docx', parts: await partsOf(archive, (name) => wordParts.test(name)) });
  } catch (problem) {
    return fail(problem instanceof Unreadable ? reasonOf(problem) : 'damaged');
  }
}

function reasonOf({ problem }: Unreadable): FormProblem {
  if (problem === 'swells') return 'too-large';
  return problem === 'protected' ? 'protected' : 'damaged';
}

async function partsOf(archive: Archive, isNeeded: (name: string) => boolean): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const name of archive.names.filter(isNeeded)) parts.set(name, await textOfPart(archive, name));
  return parts;
}

/** Whoever reads the workbook unpacks without end what says that it is short: so it gets what was unpacked under the caps. */
async function repacked(archive: Archive): Promise<Uint8Array> {
  const parts = await partsOf(archive, (name) => /\.(?:xml|rels)$/.test(name));
  const encoder = new TextEncoder();
  return pack([...parts].map(([name, text]) => ({ name, bytes: encoder.encode(text), isStored: true })));
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** Office keeps what it has locked in an older kind of file, in which the lock is named in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 256 * 1024)));
  return beginning.includes('EncryptedPackage') || beginning.includes('EncryptionInfo');
}
