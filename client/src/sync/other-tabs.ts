/** Milliseconds: how soon a tab looks when another one has noted something, and how long an edit of another tab may be on its way before this one takes it over. */
const soon = 300;
const stuck = 2500;

/**
 * Hears of what other tabs of this browser write into the same local copy, and looks again while any of it waits: a tab
 * that is closed tells nobody.
 */
export class OtherTabs {
  /** Null in browsers of before 2022, where tabs hear of one another when they connect. */
  readonly #channel: BroadcastChannel | null;
  /** Looks, and tells whether anything of other tabs still waits. */
  readonly #look: () => Promise<boolean>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isGone = false;

  constructor(name: string, look: () => Promise<boolean>) {
    this.#look = look;
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    if (this.#channel) this.#channel.onmessage = () => this.#lookIn(soon);
  }

  /** This tab has noted something. */
  tell(): void {
    if (!this.#isGone) this.#channel?.postMessage('noted');
  }

  close(): void {
    this.#isGone = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#channel?.close();
  }

  #lookIn(milliseconds: number): void {
    if (this.#timer !== null || this.#isGone) return;
    this.#timer = setTimeout(async () => {
      const isMore = await this.#look().catch(() => true);
      this.#timer = null;
      if (isMore) this.#lookIn(stuck);
    }, milliseconds);
  }
}
