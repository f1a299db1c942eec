import type { NewEntry, Registry, WorkshopFile, WorkshopFiles } from './ports.ts';
import type { Decision } from './workshop/decisions.ts';

/** What a test may break: the next writes of a kind are refused as a full disk would. */
export interface Faults {
  /** All of them, or those that hold a decision of a type. */
  log: boolean | Decision['type'];
  sheets: boolean;
  registry: boolean;
}

export function faultyList(registry: Registry, faults: Faults): Registry {
  return {
    ...registry,
    add: (workshop) => (faults.registry ? Promise.reject(new Error('disk full')) : registry.add(workshop)),
  };
}

export function faulty(files: WorkshopFiles, faults: Faults): WorkshopFiles {
  const wrap = (file: WorkshopFile): WorkshopFile => ({
    ...file,
    log: {
      ...file.log,
      append: (entries) =>
        refuses(faults.log, entries) ? Promise.reject(new Error('disk full')) : file.log.append(entries),
    },
    sheets: {
      ...file.sheets,
      write: (sheets) => (faults.sheets ? Promise.reject(new Error('disk full')) : file.sheets.write(sheets)),
    },
  });
  return {
    list: () => files.list(),
    discard: (id) => files.discard(id),
    create: async (id) => wrap(await files.create(id)),
    open: async (id) => {
      const file = await files.open(id);
      return file.ok ? { ok: true, value: wrap(file.value) } : file;
    },
  };
}

function refuses(fault: Faults['log'], entries: readonly NewEntry[]): boolean {
  if (typeof fault === 'boolean') return fault;
  return entries.some(({ body }) => body.kind === 'decision' && body.decision.type === fault);
}
