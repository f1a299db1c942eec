import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';

/** One file of an archive. */
export interface PackedFile {
  name: string;
  bytes: Uint8Array;
  /** It is an archive itself, or read at once: packing it would only take time. */
  isStored: boolean;
}

// This runs in a worker already, and the page's policy forbids those that the library would start.
configure({ useWebWorkers: false });

/** Puts files into one archive, in their order. */
export async function pack(files: readonly PackedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const { name, bytes, isStored } of files)
    await writer.add(name, new Uint8ArrayReader(bytes), { level: isStored ? 0 : 6 });
  return new Uint8Array(await writer.close());
}
