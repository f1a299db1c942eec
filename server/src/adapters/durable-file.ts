import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Reads a text file; null when there is none. Rejects when it cannot be read for another reason. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
}

/** Writes a text file as a whole, readable by its owner only. When this resolves it survives a power cut; before, the old one stands. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const draft = join(folder, `.${basename(path)}.tmp`);
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncFolder(folder);
}

/** Gives a file another name in the same folder, for good. */
export async function renameDurably(path: string, to: string): Promise<void> {
  await rename(path, to);
  await syncFolder(dirname(to));
}

/** Makes a folder that only its owner can look into, unless it is there already. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** A file's name is durable only when its folder is. Windows has no such call for folders. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
