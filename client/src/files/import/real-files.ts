import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Real files stand beside the repository on the machines that have them, or where the environment's SHARED_FILES says;
 * without them the tests that read them are skipped.
 */
const beside = fileURLToPath(new URL('../../../../../shared/', import.meta.url));
const folder = pathToFileURL(`${process.env['SHARED_FILES'] ?? beside}/`);

export const hasRealFiles = existsSync(new URL('data/', folder));

/** The bytes of a real file, by its path below the folder. */
export function realFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, folder)));
}
