import type { AddComment, CommentView } from '@board/shared/commands';
import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import { addComment, listComments } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { type KeptComment, keptPrefix } from '../../sync/kept-comments.ts';
import { whenReachable } from '../../sync/reachable.ts';
import { Shown } from '../../sync/subscribable.ts';
import { Outbox } from './outbox.ts';

export interface CommentsNow {
  /** Null until the server has been heard, and where they may not be read. */
  comments: readonly CommentView[] | null;
  kept: readonly KeptComment[];
  /** Why they could not be fetched. */
  refusal: Refusal | null;
}

/** What is known of the version on the server: a number, `unknown` where the live view does not tell, `closed` where they may not be read. */
export type Version = number | 'unknown' | 'closed';

/** Milliseconds between two questions where the live view tells nothing: in a group that keeps its strategy closed. */
const askingPause = 8_000;

/** The comments of one group as one person reads them: fetched anew whenever the version has moved. */
export class CommentsStore {
  readonly outbox: Outbox;
  /** What was begun in a form and not sent, by the form's place. */
  readonly drafts = new Map<string, string>();
  readonly #at: { workshop: WorkshopId; group: GroupId };
  readonly #shown = new Shown<CommentsNow>({ comments: null, kept: [], refusal: null });
  #version: Version = 'closed';
  #fetched: number | null = null;
  #asked = 0;

  constructor(at: { workshop: WorkshopId; group: GroupId; person: PersonId }) {
    const { workshop, group, person } = at;
    this.#at = at;
    this.outbox = new Outbox({
      prefix: keptPrefix(workshop, person, group),
      storage: () => localStorage,
      send: (comment: AddComment) => addComment(workshop, group, comment),
      onSent: () => void this.refresh(),
      later: (wait, run) => {
        const timer = setTimeout(run, wait);
        return () => clearTimeout(timer);
      },
      now: Date.now,
    });
    this.#change({ kept: this.outbox.getSnapshot() });
  }

  getSnapshot = (): CommentsNow => this.#shown.getSnapshot();
  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Keeps itself current until the returned function is called. */
  start(): () => void {
    const stopKept = this.outbox.subscribe(() => this.#change({ kept: this.outbox.getSnapshot() }));
    const back = (): void => {
      this.outbox.flush();
      void this.refresh();
    };
    const stopWatching = whenReachable({ back, gone: () => {} });
    const asking = setInterval(() => {
      if (this.#version === 'unknown' && document.visibilityState === 'visible') void this.refresh();
    }, askingPause);
    this.outbox.flush();
    return () => {
      stopKept();
      stopWatching();
      clearInterval(asking);
      this.outbox.stop();
    };
  }

  /** Takes in what the live view says. */
  hear(version: Version): void {
    this.#version = version;
    if (version === 'closed') {
      this.#asked += 1;
      this.#fetched = null;
      this.#change({ comments: null, refusal: null });
    } else if (version !== this.#fetched) void this.refresh();
  }

  /** Asks the server. What is known stays when nobody answers. */
  refresh = async (): Promise<void> => {
    if (this.#version === 'closed') return;
    const asked = ++this.#asked;
    const answer = await listComments(this.#at.workshop, this.#at.group, this.#fetched);
    if (asked !== this.#asked) return;
    if (!answer.ok) this.#change({ refusal: answer.problem });
    else {
      const { version, comments } = answer.value;
      this.#fetched = version;
      this.#change(comments === null ? { refusal: null } : { comments, refusal: null });
    }
  };

  #change(change: Partial<CommentsNow>): void {
    const before = this.getSnapshot();
    const names = Object.keys(change) as (keyof CommentsNow)[];
    if (names.some((name) => before[name] !== change[name])) this.#shown.show({ ...before, ...change });
  }
}
