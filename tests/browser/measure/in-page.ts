import type { Page } from 'playwright-core';

/** What is noted inside of the page. All times are milliseconds of the page's own clock. */
export interface Notes {
  dataAt: number;
  firstRowAt: number;
  wholeAt: number;
  keys: number[];
}

/** To be called before the page is opened: notes when the strategy's data arrived, when it could be read, and every key's way to the screen. */
export async function takeNotes(page: Page, rows: number): Promise<void> {
  await page.addInitScript((expected) => {
    const notes = { dataAt: 0, firstRowAt: 0, wholeAt: 0, keys: [] as number[] };
    Object.assign(window, { notes });
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(null);
      });
    };
    const Native = window.WebSocket;
    window.WebSocket = class extends Native {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols);
        if (!String(address).includes('/sync/') || !String(address).includes('group')) return;
        this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          if (data instanceof ArrayBuffer && data.byteLength > 100_000) notes.dataAt = performance.now();
        });
      }
    };
    const look = (): void => {
      const shown = document.querySelectorAll('[role="grid"] tbody').length;
      if (shown > 0 && notes.firstRowAt === 0) {
        notes.firstRowAt = -1;
        afterPaint(() => {
          notes.firstRowAt = performance.now();
        });
      }
      if (shown >= expected && notes.wholeAt === 0) {
        notes.wholeAt = -1;
        watcher.disconnect();
        afterPaint(() => {
          notes.wholeAt = performance.now();
        });
      }
    };
    const watcher = new MutationObserver(look);
    document.addEventListener('DOMContentLoaded', () => {
      watcher.observe(document.body, { childList: true, subtree: true });
    });
    document.addEventListener(
      'keydown',
      (event) => {
        afterPaint(() => notes.keys.push(performance.now() - event.timeStamp));
      },
      true,
    );
  }, rows);
}

export async function notesOf(page: Page): Promise<Notes> {
  return page.evaluate(() => (window as unknown as { notes: Notes }).notes);
}

/** Drags the page from its beginning to its end and tells how long each frame took. */
export async function drag(page: Page, duration: number): Promise<number[]> {
  return page.evaluate(async (lasting) => {
    const frames: number[] = [];
    const scroller = document.querySelector('[role="grid"]')?.parentElement;
    const inner = scroller && scroller.scrollHeight > scroller.clientHeight + 10 ? scroller : document.documentElement;
    const begin = performance.now();
    let last = begin;
    await new Promise<void>((done) => {
      const step = (now: number): void => {
        frames.push(now - last);
        last = now;
        const share = (now - begin) / lasting;
        inner.scrollTop = (inner.scrollHeight - inner.clientHeight) * Math.min(1, Math.max(0, share));
        if (share < 1) requestAnimationFrame(step);
        else done();
      };
      requestAnimationFrame(step);
    });
    inner.scrollTop = 0;
    return frames.slice(1);
  }, duration);
}

/** How many texts of the page can be typed into. */
export async function editorsIn(page: Page): Promise<number> {
  return page.locator('[contenteditable="true"]').count();
}

/** Megabytes of script objects that are alive. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1_000_000;
}
