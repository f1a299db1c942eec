import type { GroupId, WorkshopId } from '@board/shared/ids';
import { applyLiveMessage } from '@board/shared/live-messages';
import type { LiveView } from '@board/shared/live-view';
import type { GroupRights } from '@board/shared/policy';
import type { Journal, RoomDirectory } from '../../server/src/ports.ts';
import { nothingDecided, type WorkshopState } from '../../server/src/workshop/fold.ts';
import { LiveViewFeed } from '../../server/src/workshop/live-view.ts';
import { documents, groups, type World } from './world.ts';

const quiet: Journal = { info() {}, warn() {}, error() {} };
const open: GroupRights = { open: true, keptClosed: false, presented: false };

/** The screen of the hall: follows the live view of whatever server runs in a world, as its socket would. */
export class Projector {
  readonly #world: World;
  #feed: LiveViewFeed | null = null;
  #view: LiveView | null = null;

  /** Must be there before the world's first server starts. */
  constructor(world: World) {
    this.#world = world;
    world.onStart = (rooms) => this.#follow(rooms);
  }

  /** How many rows of a group's strategy are shown. */
  rows(group: GroupId): number | undefined {
    return this.#view?.groups[group]?.progress.rows;
  }

  #follow(rooms: RoomDirectory): void {
    this.#feed?.stop();
    const { clock } = this.#world;
    const now = () => ({
      state: this.#state(),
      isConnected: () => false,
      turnout: () => ({ all: 0, byHand: 0, keys: [] }),
      hasMarks: () => false,
      nameless: () => [],
    });
    const feed = new LiveViewFeed({ rooms, clock, journal: quiet, now });
    this.#feed = feed;
    this.#view = null;
    feed.follow((changes) => {
      this.#view = applyLiveMessage(this.#view, { type: 'patch', now: 0, changes: [...changes] });
    });
    void feed.view().then((view) => {
      if (this.#feed === feed) this.#view = view;
    });
  }

  #state(): WorkshopState {
    return {
      ...nothingDecided,
      id: 'w2aaaaaaaaaa' as WorkshopId,
      groups: new Map(groups.map((group) => [group, open])),
      documents: new Map(documents.map((name) => [name, this.#world.watcher.generation(name)])),
    };
  }
}
