import { foldJoinCode, isId, newId, newJoinCode, newSecret, type PersonId, type WorkshopId } from '@board/shared/ids';
import { fail, type Result } from '@board/shared/result';
import type { NewEntry, Registry, WorkshopDirectory, WorkshopFiles } from '../ports.ts';
import { Refusal } from './refusal.ts';
import { documentEntries, type Seed } from './seed.ts';
import { hashOf, newSession } from './sessions.ts';
import { Workshop, type WorkshopTools } from './workshop.ts';

/** A workshop that was just created, with the secrets that are told once. */
export interface Created {
  workshop: Workshop;
  facilitatorKey: string;
  token: string;
}

type Found = Result<Workshop, 'unknown-workshop' | 'workshop-damaged'>;

/** All workshops of this server. Each is opened when it is first asked for, once, and stays open. */
export class Workshops implements WorkshopDirectory {
  readonly #files: WorkshopFiles;
  readonly #registry: Registry;
  readonly #tools: WorkshopTools;
  readonly #open = new Map<WorkshopId, Promise<Found>>();

  constructor(files: WorkshopFiles, registry: Registry, tools: WorkshopTools) {
    this.#files = files;
    this.#registry = registry;
    this.#tools = tools;
  }

  /** Finds a workshop by its id, as it came from an address. */
  async find(id: string): Promise<Found> {
    if (!isId<WorkshopId>(id)) return fail('unknown-workshop');
    const known = this.#open.get(id);
    if (known) return known;
    const opening = this.#openFile(id);
    this.#open.set(id, opening);
    const found = await opening;
    if (!found.ok) this.#open.delete(id);
    return found;
  }

  /** True when a workshop is registered with the code that people type. */
  isKnownCode(typed: string): boolean {
    return this.#registry.byCode(foldJoinCode(typed)) !== null;
  }

  /** Finds a workshop by the code that people type. Null when no workshop has it, or its file is gone or damaged. */
  async byCode(typed: string): Promise<Workshop | null> {
    const registered = this.#registry.byCode(foldJoinCode(typed));
    const found = registered ? await this.find(registered.id) : null;
    return found?.ok ? found.value : null;
  }

  /** True for a code that a workshop once had and that was revoked. */
  isFormerCode(typed: string): boolean {
    return this.#isFormer(foldJoinCode(typed));
  }

  /** Gives a workshop a new join code, first in its log (`decide`), then in the registry. Throws `not-stored`. */
  renewJoinCode(workshop: Workshop, decide: (joinCode: string) => Promise<void>): Promise<string> {
    return workshop.queues.run('join-code', async () => {
      const joinCode = this.#freeJoinCode();
      await decide(joinCode);
      await this.#registry.renew(workshop.id, joinCode).catch(notStored);
      return joinCode;
    });
  }

  /** Creates a workshop: file, log entry with everything it starts with, registry; in this order. Throws `not-stored`. */
  async create(seed: Seed): Promise<Created> {
    const id = newId<WorkshopId>();
    const facilitatorKey = newSecret();
    const joinCode = this.#freeJoinCode();
    const { token, tokenHash } = newSession();
    const file = await this.#files.create(id).catch(notStored);
    await file.log.append(firstEntries(id, joinCode, facilitatorKey, tokenHash, seed)).catch(notStored);
    const opening = Workshop.open(id, file, this.#tools);
    this.#open.set(id, opening);
    const found = await opening;
    if (!found.ok) throw new Refusal('not-stored');
    await this.#registry.add({ id, joinCode, createdAt: found.value.state.createdAt }).catch(notStored);
    return { workshop: found.value, facilitatorKey, token };
  }

  /** Stores what is left of every workshop and lets go of the files. */
  async close(): Promise<void> {
    const opened = await Promise.all(this.#open.values());
    await Promise.all(opened.map((found) => (found.ok ? found.value.close() : undefined)));
    this.#open.clear();
  }

  async #openFile(id: WorkshopId): Promise<Found> {
    const file = await this.#files.open(id);
    const found = file.ok ? await Workshop.open(id, file.value, this.#tools) : file;
    // After a crash between the two the log is right; a registry that cannot be written now is asked again next time.
    if (found.ok) await this.#registry.renew(id, found.value.state.joinCode).catch(() => undefined);
    return found;
  }

  #isFormer(code: string): boolean {
    return this.#registry.all().some((workshop) => workshop.formerCodes?.includes(code));
  }

  #freeJoinCode(): string {
    for (;;) {
      const code = newJoinCode();
      if (!this.#registry.byCode(code) && !this.#isFormer(code)) return code;
    }
  }
}

function firstEntries(
  workshopId: WorkshopId,
  joinCode: string,
  facilitatorKey: string,
  tokenHash: string,
  seed: Seed,
): NewEntry[] {
  const personId = newId<PersonId>();
  const created: NewEntry = {
    author: personId,
    body: {
      kind: 'decision',
      decision: {
        type: 'workshop-created',
        workshopId,
        joinCode,
        facilitatorKeyHash: hashOf(facilitatorKey),
        demonstration: seed.demonstration,
        groups: seed.groups.map((group) => group.id),
      },
    },
  };
  const joined: NewEntry = {
    author: personId,
    body: {
      kind: 'decision',
      decision: {
        type: 'person-joined',
        personId,
        name: '',
        organisation: '',
        role: 'facilitator',
        groupId: null,
        tokenHash,
      },
    },
  };
  return [created, ...documentEntries(seed), joined];
}

function notStored(): never {
  throw new Refusal('not-stored');
}
