import { Unreadable } from './unreadable.ts';

/** The readers of files come over the network when they are first needed. Throws `Unreadable` where one does not come. */
export function load<Module>(part: () => Promise<Module>): Promise<Module> {
  return part().catch(() => {
    throw new Unreadable('not-loaded');
  });
}
