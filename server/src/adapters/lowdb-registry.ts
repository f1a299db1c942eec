import { join } from 'node:path';
import { isId, type WorkshopId } from '@board/shared/ids';
import { fail, ok, type Result } from '@board/shared/result';
import { type Adapter, Low } from 'lowdb';
import { z } from 'zod';
import type { Clock, Journal, RegisteredWorkshop, Registry } from '../ports.ts';
import { readIfThere, renameDurably, writeDurably } from './durable-file.ts';

export interface RegistrySettings {
  /** The folder that holds `registry.json`; made when it is missing. */
  folder: string;
  clock: Clock;
  journal: Journal;
  /** What the workshop files themselves say, apart from those that are known. */
  survey(known: ReadonlySet<WorkshopId>): Promise<RegisteredWorkshop[]>;
}

/** The registry's file. Fields of a later version are kept as they are. */
const registryFile = z.looseObject({
  workshops: z.array(
    z.looseObject({
      id: z.custom<WorkshopId>((value) => isId(value)),
      joinCode: z.string().regex(/^[0-9A-Z]{4,40}$/),
      createdAt: z.number(),
      formerCodes: z.array(z.string()).optional(),
    }),
  ),
});
type RegistryFile = { workshops: RegisteredWorkshop[] };

type FileRead = { kind: 'good'; data: RegistryFile } | { kind: 'missing' } | { kind: 'damaged' };

/**
 * Opens the registry. A damaged one is kept aside under a name with the time and made anew from the last good copy and
 * the workshop files; workshop files that it does not know are taken in. When nothing can be made anew the damaged file
 * stays where it is and the answer is a sentence for the person who runs the server.
 */
export async function openRegistry(settings: RegistrySettings): Promise<Result<Registry, string>> {
  const path = join(settings.folder, 'registry.json');
  const copyPath = join(settings.folder, 'registry.last-good.json');
  const read = await readRegistryFile(path);
  const copy = await readRegistryFile(copyPath);
  const base = basis(read, copy);
  const known = new Set(base.workshops.map((workshop) => workshop.id));
  const foundInFiles = await settings.survey(known);
  const data = { ...base, workshops: [...base.workshops, ...foundInFiles] };
  if (read.kind === 'damaged') {
    if (data.workshops.length === 0) return fail(nothingToRebuildFrom(path));
    await keepAside(path, data.workshops.length, settings);
  } else if (foundInFiles.length > 0) {
    settings.journal.warn('workshops-taken-into-registry', { workshops: foundInFiles.length });
  }
  const low = new Low<RegistryFile>(durableAdapter(path, copyPath), data);
  await low.write();
  return ok(registryOn(low));
}

function basis(read: FileRead, copy: FileRead): RegistryFile {
  if (read.kind === 'good') return read.data;
  return copy.kind === 'good' ? copy.data : { workshops: [] };
}

async function readRegistryFile(path: string): Promise<FileRead> {
  const text = await readIfThere(path);
  if (text === null) return { kind: 'missing' };
  try {
    const parsed = registryFile.safeParse(JSON.parse(text));
    return parsed.success ? { kind: 'good', data: parsed.data } : { kind: 'damaged' };
  } catch {
    return { kind: 'damaged' };
  }
}

async function keepAside(path: string, workshops: number, { clock, journal }: RegistrySettings): Promise<void> {
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
  const aside = path.replace(/\.json$/, `.damaged-${time}.json`);
  await renameDurably(path, aside);
  journal.error('registry-damaged', { keptAside: aside, workshopsFoundAgain: workshops });
}

function nothingToRebuildFrom(path: string): string {
  return (
    `The list of workshops, ${path}, is damaged, and there is neither a good copy nor a workshop file to make it anew from. ` +
    'Nothing was changed. Put a good copy in its place, or move it away to start without any workshop.'
  );
}

/** Writes the registry and then its copy, so that one of the two is good at any moment. */
function durableAdapter(path: string, copyPath: string): Adapter<RegistryFile> {
  return {
    read: async () => null,
    async write(data) {
      const text = `${JSON.stringify(data, null, 2)}\n`;
      await writeDurably(path, text);
      await writeDurably(copyPath, text);
    },
  };
}

function registryOn(low: Low<RegistryFile>): Registry {
  let writing: Promise<void> = Promise.resolve();
  /** Writes a change that was made in memory, after those before it; takes it back when it cannot be stored. */
  const store = async (takeBack: () => void): Promise<void> => {
    const mine = writing.catch(() => undefined).then(() => low.write());
    writing = mine;
    try {
      await mine;
    } catch (problem) {
      takeBack();
      throw problem;
    }
  };
  return {
    all: () => low.data.workshops,
    byCode: (code) => low.data.workshops.find((workshop) => workshop.joinCode === code) ?? null,
    add(workshop) {
      const { data } = low;
      data.workshops = [...data.workshops, { ...workshop }];
      return store(() => {
        data.workshops = data.workshops.filter((one) => one.id !== workshop.id);
      });
    },
    renew(id, joinCode) {
      const { data } = low;
      const before = data.workshops.find((one) => one.id === id);
      if (!before || before.joinCode === joinCode) return Promise.resolve();
      const after = { ...before, joinCode, formerCodes: [...(before.formerCodes ?? []), before.joinCode] };
      data.workshops = data.workshops.map((one) => (one === before ? after : one));
      return store(() => {
        data.workshops = data.workshops.map((one) => (one === after ? before : one));
      });
    },
  };
}
