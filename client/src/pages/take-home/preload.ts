/** Milliseconds after which a page has everything that it needs itself. */
const calm = 8_000;

/**
 * Loads what makes documents some time after the group's page has come, so that a group can take its strategy home while the
 * server is away. Not where the device asks to save data. Returns how to call it off.
 */
export function preloadTakeHome(): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => {};
  const timer = setTimeout(() => {
    void import('./take-home-page.tsx').catch(() => {});
    void import('../../files/export/make-file.ts').then(({ preloadMaker }) => preloadMaker()).catch(() => {});
  }, calm);
  return () => clearTimeout(timer);
}
