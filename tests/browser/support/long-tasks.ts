import type { Page } from 'playwright-core';

interface Noting {
  tasks: number[];
}

/** From now on notes how long the page's own thread is busy with one thing. What was noted before is forgotten. */
export async function noteLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = globalThis as unknown as Partial<Noting>;
    if (noted.tasks) {
      noted.tasks.length = 0;
      return;
    }
    const tasks: number[] = [];
    noted.tasks = tasks;
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    });
  });
}

/** The longest of them in milliseconds; 0 where there was none. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(globalThis as unknown as Noting).tasks));
}
