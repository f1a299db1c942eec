import type { DeviceId, DocumentName, PersonId, PresentationId, VoteId, WorkshopId } from '@board/shared/ids';
import type { RightsState } from '@board/shared/policy';
import { fail, ok, type Result } from '@board/shared/result';
import { faultOf } from '../fault.ts';
import type {
  Clock,
  Entry,
  Journal,
  NewEntry,
  RoomDirectory,
  SessionPerson,
  WhyOut,
  WorkshopFile,
  WorkshopGate,
  WorkshopLog,
} from '../ports.ts';
import { Arrivals } from './arrivals.ts';
import { BallotBoxes } from './ballot-boxes.ts';
import { CharterWatch } from './charter-watch.ts';
import type { Decision } from './decisions.ts';
import type { EndedSession } from './devices-fold.ts';
import { FeedbackBox } from './feedback-box.ts';
import { namedNow } from './feedback-views.ts';
import { fold, nothingDecided, rightsOf, type WorkshopState } from './fold.ts';
import { LiftBoxes } from './lift-boxes.ts';
import { isLiftable } from './lift-times.ts';
import { LiveViewFeed } from './live-view.ts';
import { concernedBy, mayMoveRights } from './moving-rights.ts';
import { runningPresentation } from './presentations-fold.ts';
import { Queues } from './queues.ts';
import { Refusal } from './refusal.ts';
import { hashOf } from './sessions.ts';
import { requireShare } from './spent.ts';
import { standingsOf } from './standings.ts';
import { requireUnchanged, whyGone } from './unchanged.ts';
import { closeUncounted } from './uncounted.ts';

/** What a workshop needs from outside. */
export interface WorkshopTools {
  clock: Clock;
  journal: Journal;
  /** Makes the workshop's rooms. `generation` tells the live one of each document. */
  makeRooms(log: WorkshopLog, generation: (document: DocumentName) => number | null): RoomDirectory;
}

/**
 * What a command is allowed by: throws the refusal when it is not. Looked at when the command comes, and once more in the
 * moment in which its decision is stored, since a code, the stage or a strategy may have been closed while it waited.
 */
export type Permission = () => void;

/** Decisions that move rights go one after the other. */
const rightsQueue = 'rights';

/** Of what the server decides by itself. */
export const needsNoLeave: Permission = () => {};

/** One workshop in memory: the fold of its log, its rooms, its ballot boxes and its live view. */
export class Workshop implements WorkshopGate {
  readonly id: WorkshopId;
  readonly rooms: RoomDirectory;
  readonly live: LiveViewFeed;
  readonly boxes: BallotBoxes;
  readonly lifts: LiftBoxes;
  readonly charter: CharterWatch;
  readonly feedback: FeedbackBox;
  readonly queues = new Queues();
  readonly standings = (person: PersonId) => standingsOf(this.#state, person);
  readonly arrivals = new Arrivals(() => this.#state.people.size);
  readonly clock: Clock;
  readonly journal: Journal;
  readonly #file: WorkshopFile;
  readonly #rightsListeners = new Set<() => void>();
  readonly #connections = new Map<PersonId, number>();
  #state: WorkshopState;
  #callOff = (): void => undefined;

  private constructor(
    file: WorkshopFile,
    state: WorkshopState,
    { ballots, lifts, feedback }: { ballots: BallotBoxes; lifts: LiftBoxes; feedback: FeedbackBox },
    tools: WorkshopTools,
  ) {
    this.id = state.id;
    this.clock = tools.clock;
    this.journal = tools.journal;
    this.#file = file;
    this.#state = state;
    this.boxes = ballots;
    this.lifts = lifts;
    this.feedback = feedback;
    this.rooms = tools.makeRooms(file.log, (document) => this.generation(document));
    this.charter = new CharterWatch(this.rooms);
    this.live = new LiveViewFeed({
      rooms: this.rooms,
      clock: tools.clock,
      journal: tools.journal,
      now: () => ({
        state: this.#state,
        isConnected: (person) => this.isConnected(person),
        turnout: (vote: VoteId) => this.boxes.turnout(vote),
        hasMarks: (vote: VoteId) => this.lifts.has(vote),
        nameless: (presentation: PresentationId) => this.feedback.shown(presentation),
      }),
    });
    this.boxes.onTurnout(() => this.live.touch());
    this.feedback.follow(
      () => this.live.touch(true),
      () => namedNow(this.#state.plenary).length,
    );
    file.log.follow((entries) => this.#learn(entries));
  }

  /**
   * Folds a workshop from its file. `workshop-damaged` when what is in it is not this workshop; the file is then left as it is.
   * `not-stored` when the disk does not take what has to be done first: the workshop is sound, and opens once there is room.
   */
  static async open(
    id: WorkshopId,
    file: WorkshopFile,
    tools: WorkshopTools,
  ): Promise<Result<Workshop, 'workshop-damaged' | 'not-stored'>> {
    try {
      const state = fold(nothingDecided, await file.log.readDecisions());
      if (state.id !== id) throw new RangeError('the file does not hold this workshop');
      const ballots = await BallotBoxes.load(file.sheets, state.votes, tools);
      const running = runningPresentation(state.plenary)?.id ?? null;
      const feedback = await FeedbackBox.load(file.sheets, running, tools);
      const lifts = await LiftBoxes.load(file.sheets, state.votes, (vote) =>
        isLiftable(state, vote, tools.clock.now()),
      );
      const workshop = new Workshop(file, state, { ballots, lifts, feedback }, tools);
      await workshop.#closeUncounted();
      return ok(workshop);
    } catch (problem) {
      const isSound = problem instanceof Refusal && problem.code === 'not-stored';
      if (!isSound) tools.journal.error('workshop-damaged', { workshop: id, why: faultOf(problem) });
      await file.close().catch(() => undefined);
      return fail(isSound ? 'not-stored' : 'workshop-damaged');
    }
  }

  /** Everything that has been decided and is durable. */
  get state(): WorkshopState {
    return this.#state;
  }

  /**
   * Stores entries in one piece. When this resolves they are durable and folded. `by` is who asked for it, as known when
   * the command was looked at: who has been removed, has another role by now or has decided as much as one person may is
   * refused, and so is what is no longer allowed. Throws `not-stored` too.
   */
  async append(by: SessionPerson | null, isAllowed: Permission, entries: readonly NewEntry[]): Promise<void> {
    const store = async (): Promise<boolean> => {
      if (by) {
        requireUnchanged(this.#state, by, entries);
        requireShare(this.#state, by, entries);
      }
      isAllowed();
      return this.#file.log.append(entries).then(
        () => true,
        () => false,
      );
    };
    const moving = entries.filter((entry) => mayMoveRights(entry, this.#state));
    if (moving.length > 0) {
      await this.queues.run(rightsQueue, by, async () => {
        // Nothing that people wrote under the old rights may be stored behind the decision that takes them away.
        const stored = await this.rooms.allStill(concernedBy(moving), store);
        if (!stored.ok || !stored.value) throw new Refusal('not-stored');
      });
      return;
    }
    // Nor anything that was decided under them.
    if (!(await this.queues.between(rightsQueue, store))) throw new Refusal('not-stored');
  }

  /** Stores decisions of one person (null: the server's own) in one piece. See `append`. */
  decide(by: SessionPerson | null, isAllowed: Permission, ...decisions: Decision[]): Promise<void> {
    const author = by?.id ?? null;
    return this.append(
      by,
      isAllowed,
      decisions.map((decision) => ({ author, body: { kind: 'decision', decision } })),
    );
  }

  personByToken(token: string): SessionPerson | null {
    const id = this.#state.sessions.get(hashOf(token));
    return id === undefined ? null : this.personById(id);
  }

  personById(id: PersonId): SessionPerson | null {
    return this.#state.people.get(id) ?? null;
  }

  whyOut(token: string | null): WhyOut {
    return this.#ended(token)?.why ?? 'not-joined';
  }

  whyGone(id: PersonId): WhyOut {
    return whyGone(this.#state, id);
  }

  /** Whose session this was before the link was revoked: the person who comes back with the new code. Null: nobody's, or a removed person's. */
  returningBy(token: string): SessionPerson | null {
    const ended = this.#ended(token);
    if (ended?.why !== 'link-revoked') return null;
    return this.personById(ended.person) ?? this.#state.lapsed.get(ended.person) ?? null;
  }

  /** The device of a session that was brought in by its person, also one that must join again; undefined for that with which the person joined. */
  deviceOf(token: string): DeviceId | undefined {
    const hash = hashOf(token);
    return [...this.#state.devices].find(([, { tokenHashes }]) => tokenHashes.includes(hash))?.[0];
  }

  rights(): RightsState {
    return rightsOf(this.#state);
  }

  onRightsChange(listener: () => void): () => void {
    this.#rightsListeners.add(listener);
    return () => this.#rightsListeners.delete(listener);
  }

  generation(document: DocumentName): number | null {
    return this.#state.documents.get(document) ?? null;
  }

  connect(person: PersonId): () => void {
    this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1);
    this.live.touch();
    let isConnected = true;
    return () => {
      if (!isConnected) return;
      isConnected = false;
      const left = (this.#connections.get(person) ?? 1) - 1;
      if (left > 0) this.#connections.set(person, left);
      else this.#connections.delete(person);
      this.live.touch();
    };
  }

  isConnected(person: PersonId): boolean {
    return this.#connections.has(person);
  }

  /** Nobody is connected, and nothing is on its way to the disk. */
  get isIdle(): boolean {
    return this.#connections.size === 0 && this.rooms.isEmpty;
  }

  /** Does something once after a while, in place of what was to be done before; not when the workshop is let go of meanwhile. What it cannot store is left for the next start. */
  wake(delay: number, run: () => Promise<void>): void {
    this.#callOff();
    this.#callOff = this.clock.after(delay, () => void run().catch(() => undefined));
  }

  /** Lets go of everything when it is stored. */
  async close(): Promise<void> {
    this.#callOff();
    this.live.stop();
    await this.rooms.close();
    await this.boxes.settle();
    await this.lifts.settle();
    await this.feedback.settle();
    this.feedback.stop();
    await this.#file.close();
  }

  /** A full disk leaves the votes open: then nobody can vote in them, and the next start tries again. */
  async #closeUncounted(): Promise<void> {
    const { lost } = this.boxes;
    if (lost.length === 0) return;
    this.journal.warn('votes-without-ballots-closed', { workshop: this.id, votes: lost.length });
    await this.append(null, needsNoLeave, closeUncounted(lost, this.clock.now())).catch(() => undefined);
  }

  #ended(token: string | null): EndedSession | undefined {
    return token === null ? undefined : this.#state.ended.get(hashOf(token));
  }

  #learn(entries: readonly Entry[]): void {
    const before = this.#state;
    this.#state = fold(before, entries);
    if (this.#state === before) return;
    this.live.note(entries);
    if (entries.some((entry) => mayMoveRights(entry, before))) for (const tell of [...this.#rightsListeners]) tell();
  }
}
