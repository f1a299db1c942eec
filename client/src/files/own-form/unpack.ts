import { fail, ok, type Result } from '@board/shared/result';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import type { FormProblem } from './form.ts';

/** Bytes of a file that is taken in, and of one part of it when it is unpacked: a strategy of 600 full rows has some ten. */
export const fileBytes = 20 * 1024 * 1024;
const partBytes = 40 * 1024 * 1024;
/** Bytes of all parts together. */
const wholeBytes = 120 * 1024 * 1024;

/** What kind of document a file is, by what is in it and not by its name. */
export type Unpacked =
  | { kind: 'docx'; parts: ReadonlyMap<string, string> }
  /** The workbook packed anew, each part no longer than it said it would be. */
  | { kind: 'xlsx'; bytes: Uint8Array };

/** Looks into a file. Only parts that are needed are unpacked, and none that says it is too large. */
export function unpack(bytes: Uint8Array): Result<Unpacked, FormProblem> {
  if (bytes.byteLength > fileBytes) return fail('too-large');
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail(isEncrypted(bytes) ? 'protected' : 'not-a-document');
  if (!startsWith(bytes, [0x50, 0x4b])) return fail('not-a-document');
  const names = new Set<string>();
  let isTooLarge = false;
  let all = 0;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        all += originalSize;
        if (originalSize > partBytes || all > wholeBytes) isTooLarge = true;
        return (
          /^word\/(?:document|numbering|styles|_rels\/document\.xml)\.(?:xml|rels)$/.test(name) &&
          originalSize <= partBytes
        );
      },
    });
    if (isTooLarge) return fail('too-large');
    if (names.has('xl/workbook.xml')) return ok({ kind: 'xlsx', bytes: repacked(bytes) });
    if (!names.has('word/document.xml')) return fail('not-a-document');
    const parts = new Map(Object.entries(entries).map(([name, part]) => [name, strFromU8(part)]));
    return ok({ kind: 'docx', parts });
  } catch {
    return fail('damaged');
  }
}

/** Whoever reads the workbook unpacks without end what says that it is short. Here what is too long is cut, and then is not well-formed. */
function repacked(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/.test(name) });
  return zipSync(entries, { level: 0 });
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** Office keeps what it has locked in an older kind of file, in which the lock is named in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 256 * 1024)));
  return beginning.includes('EncryptedPackage') || beginning.includes('EncryptionInfo');
}
