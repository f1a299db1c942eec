import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built client, or null when it has not been built. */
export function builtClientFolder(): string | null {
  const folder = fileURLToPath(new URL('../../../client/dist', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : null;
}

/** Every file of a folder by its path as an address has it, such as `/assets/main.js`; hidden ones are left out. */
export async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const files = new Map<string, Buffer>();
  for (const path of paths) {
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    if (!address.includes('/.')) files.set(address, await readFile(path));
  }
  return files;
}
