import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, type WorkshopId } from '@board/shared/ids';
import { openWorkshopFiles } from '../../server/src/adapters/workshop-files.ts';
import type { Entry, Journal, NewEntry, WorkshopFile, WorkshopLog } from '../../server/src/ports.ts';
import { unmetered } from '../../server/src/unmetered.fixture.ts';
import type { VirtualClock } from './clock.ts';
import type { Storage } from './disk.ts';

const quiet: Journal = { info() {}, warn() {}, error() {} };

/** The real SQLite file behind a simulated server. Its answers take real time, for which virtual time stands still. */
export class SqliteStorage implements Storage {
  onDurable: (entries: readonly Entry[]) => void = () => {};
  refusal = 0;
  readonly #clock: VirtualClock;
  readonly #id = newId<WorkshopId>();
  #folder = '';
  #files: ReturnType<typeof openWorkshopFiles> | null = null;
  #file: WorkshopFile | null = null;
  #underWay = 0;
  #power = { isOn: true };

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  async open(first: readonly NewEntry[]): Promise<WorkshopLog> {
    this.#folder ||= await mkdtemp(join(tmpdir(), 'board-sim-'));
    const isNew = this.#files === null;
    this.#files ??= openWorkshopFiles({ folder: this.#folder, clock: this.#clock, journal: quiet, meter: unmetered });
    const opened = isNew ? null : await this.#files.open(this.#id);
    if (opened && !opened.ok) throw new Error(opened.problem);
    this.#file = opened?.value ?? (await this.#files.create(this.#id));
    this.#file.log.follow((entries) => this.onDurable(entries));
    if (isNew) await this.#file.log.append(first);
    this.#power = { isOn: true };
    return this.#watched(this.#file.log, this.#power);
  }

  async crash(): Promise<void> {
    this.#power.isOn = false;
    await this.#file?.close();
  }

  isBusy(): boolean {
    return this.#underWay > 0;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    await this.#files?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The same log, whose work is counted, and which falls silent when the power goes. */
  #watched(log: WorkshopLog, power: { isOn: boolean }): WorkshopLog {
    const counted = <Value>(work: Promise<Value>): Promise<Value> => {
      this.#underWay += 1;
      return new Promise((resolve, reject) => {
        const silent = (tell: () => void) => {
          this.#underWay -= 1;
          if (power.isOn) tell();
        };
        work.then(
          (value) => silent(() => resolve(value)),
          (problem: unknown) => silent(() => reject(problem)),
        );
      });
    };
    return {
      append: (entries) => counted(log.append(entries)),
      readDecisions: () => counted(log.readDecisions()),
      readUpdates: (...which) => counted(log.readUpdates(...which)),
      readSnapshot: (...which) => counted(log.readSnapshot(...which)),
      writeSnapshot: (snapshot) => counted(log.writeSnapshot(snapshot)),
      follow: (listener) => log.follow((entries) => power.isOn && listener(entries)),
      close: () => log.close(),
    };
  }
}
