import { foldJoinCode, isId, newId, newJoinCode, newSecret, type PersonId, type WorkshopId } from '@board/shared/ids';
import { fail, type Result } from '@board/shared/result';
import { faultOf } from '../fault.ts';
import type { NewEntry, Registry, WorkshopDirectory, WorkshopFiles } from '../ports.ts';
import { notStored, Refusal } from './refusal.ts';
import { begunEntries, decisionEntries, documentEntries, type Seed } from './seed.ts';
import { hashOf, newSession } from './sessions.ts';
import { armSlots } from './slots.ts';
import { Workshop, type WorkshopTools } from './workshop.ts';

/** A workshop that was just created, with the secrets that are told once. */
export interface Created {
  workshop: Workshop;
  facilitatorKey: string;
  token: string;
}

type Found = Result<Workshop, 'unknown-workshop' | 'workshop-damaged' | 'not-stored'>;

/** A workshop that is open, or being opened. */
interface Opened {
  found: Promise<Found>;
  /** Somebody has asked for it since it was last looked at. */
  isUsed: boolean;
  callOff(): void;
}

/** Milliseconds after which a workshop is put away that nobody has asked for or been connected to; at most twice as many pass. */
const restBeforeClosing = 10 * 60_000;

/** All workshops of this server. Each is opened when it is first asked for, once, and put away when nobody needs it. */
export class Workshops implements WorkshopDirectory {
  readonly #files: WorkshopFiles;
  readonly #registry: Registry;
  readonly #tools: WorkshopTools;
  readonly #open = new Map<WorkshopId, Opened>();
  /** Workshops on their way out. Whoever asks for one waits for it, since no file is ever open twice. */
  readonly #closing = new Map<WorkshopId, Promise<void>>();
  /** How many requests are being answered for a workshop. */
  readonly #holds = new Map<WorkshopId, number>();

  constructor(files: WorkshopFiles, registry: Registry, tools: WorkshopTools) {
    this.#files = files;
    this.#registry = registry;
    this.#tools = tools;
  }

  /** Finds a workshop by its id, as it came from an address. */
  async find(id: string): Promise<Found> {
    if (!isId<WorkshopId>(id)) return fail('unknown-workshop');
    const opened = this.#open.get(id) ?? this.#keep(id, this.#openFile(id));
    opened.isUsed = true;
    return opened.found;
  }

  /** Keeps a workshop from being put away until the returned function is called. */
  hold(id: string): () => void {
    if (!isId<WorkshopId>(id)) return () => {};
    this.#holds.set(id, (this.#holds.get(id) ?? 0) + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const left = (this.#holds.get(id) ?? 1) - 1;
      if (left > 0) this.#holds.set(id, left);
      else this.#holds.delete(id);
    };
  }

  /** True when a workshop is registered with the code that people type. */
  isKnownCode(typed: string): boolean {
    return this.#registry.byCode(foldJoinCode(typed)) !== null;
  }

  /** Finds a workshop by the code that people type. Null when no workshop has it, or its file is gone or damaged. Throws `not-stored`. */
  async byCode(typed: string): Promise<Workshop | null> {
    const registered = this.#registry.byCode(foldJoinCode(typed));
    const found = registered ? await this.find(registered.id) : null;
    if (found?.ok === false && found.problem === 'not-stored') notStored();
    return found?.ok ? found.value : null;
  }

  /** True for a code that a workshop once had and that was revoked. */
  isFormerCode(typed: string): boolean {
    return this.#isFormer(foldJoinCode(typed));
  }

  /** Gives a workshop a new join code, first in its log (`decide`), then in the registry. Throws `not-stored`. */
  renewJoinCode(workshop: Workshop, decide: (joinCode: string) => Promise<void>): Promise<string> {
    return workshop.queues.run('join-code', null, async () => {
      const joinCode = this.#freeJoinCode();
      await decide(joinCode);
      await this.#registry.renew(workshop.id, joinCode).catch(notStored);
      return joinCode;
    });
  }

  /** Creates a workshop: file, log entry with everything it starts with, registry; in this order. Throws `not-stored`, and then leaves nothing. */
  async create(seed: Seed): Promise<Created> {
    const id = newId<WorkshopId>();
    const facilitatorKey = newSecret();
    const joinCode = this.#freeJoinCode();
    const { token, tokenHash } = newSession();
    const file = await this.#files.create(id).catch(notStored);
    try {
      await file.log.append(firstEntries(id, joinCode, facilitatorKey, tokenHash, seed));
      const found = await this.#keep(id, Workshop.open(id, file, this.#tools)).found;
      if (!found.ok) throw new Refusal('not-stored');
      await this.#registry.add({ id, joinCode, createdAt: found.value.state.createdAt });
      return { workshop: found.value, facilitatorKey, token };
    } catch {
      await this.#discard(id);
      throw new Refusal('not-stored');
    }
  }

  /** Stores what is left of every workshop and lets go of the files. */
  async close(): Promise<void> {
    for (const [id, opened] of this.#open) {
      const found = await opened.found.catch(() => null);
      opened.callOff();
      if (found?.ok) this.#putAway(id, opened, found.value);
    }
    await Promise.all(this.#closing.values());
  }

  #keep(id: WorkshopId, found: Promise<Found>): Opened {
    const opened: Opened = { found, isUsed: true, callOff: () => {} };
    this.#open.set(id, opened);
    const forget = (): void => {
      if (this.#open.get(id) === opened) this.#open.delete(id);
    };
    found.then((one) => (one.ok ? this.#look(id, opened, one.value) : forget()), forget);
    return opened;
  }

  /** Looks again after a while, and puts the workshop away if nobody has needed it in between. */
  #look(id: WorkshopId, opened: Opened, workshop: Workshop): void {
    opened.callOff = this.#tools.clock.after(restBeforeClosing, () => {
      const isNeeded = opened.isUsed || this.#holds.has(id) || !workshop.isIdle;
      opened.isUsed = false;
      if (isNeeded) this.#look(id, opened, workshop);
      else this.#putAway(id, opened, workshop);
    });
  }

  #putAway(id: WorkshopId, opened: Opened, workshop: Workshop): void {
    if (this.#open.get(id) !== opened) return;
    this.#open.delete(id);
    const closing = workshop
      .close()
      .catch((problem: unknown) => {
        this.#tools.journal.error('workshop-not-closed', { workshop: id, why: faultOf(problem) });
      })
      .finally(() => this.#closing.delete(id));
    this.#closing.set(id, closing);
  }

  /** Takes back a workshop that could not be stored as a whole, so that neither this server nor its next start knows of it. */
  async #discard(id: WorkshopId): Promise<void> {
    const opened = this.#open.get(id);
    const found = await opened?.found.catch(() => null);
    opened?.callOff();
    if (opened && found?.ok) this.#putAway(id, opened, found.value);
    await this.#closing.get(id);
    await this.#files.discard(id).catch((problem: unknown) => {
      this.#tools.journal.error('workshop-not-discarded', { workshop: id, why: faultOf(problem) });
    });
  }

  async #openFile(id: WorkshopId): Promise<Found> {
    await this.#closing.get(id);
    // A full disk keeps a file from being opened: its index cannot be written. It is not the workshop's fault.
    const file = await this.#files.open(id).catch(() => fail('not-stored' as const));
    const found = file.ok ? await Workshop.open(id, file.value, this.#tools) : file;
    // After a crash between the two the log is right; a registry that cannot be written now is asked again next time.
    if (found.ok) await this.#registry.renew(id, found.value.state.joinCode).catch(() => undefined);
    if (found.ok) armSlots(found.value);
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
  return [created, ...documentEntries(seed), ...decisionEntries(seed), joined, ...begunEntries(seed, personId)];
}
