/** Before a second and a third try, in milliseconds: long enough for a bad network to come back, short enough to be waited for. */
const pauses = [600, 1800];

/**
 * Loads code that is needed later than its page, once more and once again where it does not arrive. Rejects with what the
 * last try was refused with.
 */
export async function loadAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
}
