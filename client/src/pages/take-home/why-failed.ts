import type { FileOrder } from '../../files/export/orders.ts';
import { NotFetched } from '../../files/export/page-words.ts';
import type { Gathered } from './gather.ts';

/**
 * Why a document was not made. `not-fetched`: what makes it did not arrive before the server went away. `absent`: what is to
 * be in it is not on this device. `broken`: something else.
 */
export type WhyFailed = 'not-fetched' | 'absent' | 'broken';

/** The reason in what was thrown. */
export function whyFailed(problem: unknown): WhyFailed {
  return problem instanceof NotFetched ? 'not-fetched' : 'broken';
}

/** Nothing is at hand of what was ordered: a file without it would say that nothing has been written. */
export function isNothingThere(order: FileOrder, { file, absent }: Pick<Gathered, 'file' | 'absent'>): boolean {
  switch (order.what) {
    case 'strategy':
      return file.groups.find(({ id }) => id === order.group)?.strategy === null;
    case 'consolidated':
      return file.groups.length > 0 && file.groups.every(({ strategy }) => strategy === null);
    case 'charter':
    case 'catalogue':
      return absent.includes(order.what);
    case 'everything':
      return false;
  }
}
