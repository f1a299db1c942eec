import type { RowId } from '@board/shared/ids';
import { createContext, useContext } from 'react';

/** What a row can do with its news. */
export interface News {
  /** Whether this person's seeing counts: somebody of the group, who may write in its table. */
  mayMark: boolean;
  /** Shows what has changed in the words of a row's recommendation; null where nothing shows it. */
  showWording: ((row: RowId) => void) | null;
}

const Context = createContext<News>({ mayMark: false, showWording: null });

export const NewsProvider = Context.Provider;

export function useNews(): News {
  return useContext(Context);
}
