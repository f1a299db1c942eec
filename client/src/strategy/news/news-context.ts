import { createContext, useContext } from 'react';

/** Whether this person's seeing counts: somebody of the group, who may write in its table. */
const OfGroup = createContext(false);

export const NewsProvider = OfGroup.Provider;

export function useSeesForGroup(): boolean {
  return useContext(OfGroup);
}
