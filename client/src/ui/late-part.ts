import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadAgain } from './load-again.ts';

/**
 * A component whose code comes later than its page. Where that does not arrive, `Instead` is drawn with the same
 * properties, and not the whole page given up. Returns how to get what is to be drawn now: the same until it has failed,
 * then a new one, that is loaded anew. Keep what was got as long as it is on the screen.
 */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Instead: ComponentType<Props>,
): () => LazyExoticComponent<ComponentType<Props>> {
  const prepare = (): LazyExoticComponent<ComponentType<Props>> =>
    lazy(async () => ({
      default: await loadAgain(load).catch(() => {
        part = prepare();
        return Instead;
      }),
    }));
  let part = prepare();
  return () => part;
}
