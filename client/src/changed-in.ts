/** What a person has changed of what was opened for them: the rest stays as others have it by now. */
export function changedIn<Facts extends object>(opened: Facts, draft: Facts): Partial<Facts> {
  const names = Object.keys(draft) as (keyof Facts)[];
  const changed: Partial<Facts> = {};
  for (const name of names) if (draft[name] !== opened[name]) changed[name] = draft[name];
  return changed;
}
