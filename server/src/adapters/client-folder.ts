import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the built client, or null when it has not been built. */
export function builtClientFolder(): string | null {
  const folder = fileURLToPath(new URL('../../../client/dist', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : null;
}
