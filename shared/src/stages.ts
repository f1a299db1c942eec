/** What the hall is doing, in the order of a workshop. */
export const stages = ['lobby', 'group-work', 'plenary', 'charter-preparation', 'charter-adoption', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** What a stage of the hall opens or closes for everybody at once. */
export const abilities = ['tables', 'contributions', 'feedback', 'amendments', 'votes'] as const;
export type Ability = (typeof abilities)[number];

/**
 * The one table of what each stage opens. `tables`: the groups write in their strategies. `contributions`: they mark actions
 * for the charter; a mark is made in a table, so it is never open where tables are closed. `feedback`: the hall says something
 * to the group that presents. `amendments`: members propose other words for the charter. `votes`: votes are opened; one that is open stays open until it is closed.
 */
const openAt: Readonly<Record<Stage, readonly Ability[]>> = {
  lobby: ['tables', 'contributions'],
  'group-work': ['tables', 'contributions'],
  plenary: ['tables', 'contributions', 'feedback'],
  'charter-preparation': ['amendments'],
  'charter-adoption': ['amendments', 'votes'],
  closed: [],
};

/** True where the stage opens the ability. */
export function opensAt(stage: Stage, ability: Ability): boolean {
  return openAt[stage].includes(ability);
}

/** What is about the words of the charter: over once it is adopted (`isAdopted`), whatever the stage. */
const untilAdopted: readonly Ability[] = ['amendments', 'votes'];

function isOpenAt(stage: Stage, ability: Ability, isAdopted: boolean): boolean {
  return opensAt(stage, ability) && !(isAdopted && untilAdopted.includes(ability));
}

/** All abilities in their order, those that are open at the stage and those that are closed. */
export function abilitiesAt(stage: Stage, isAdopted: boolean): { open: Ability[]; closed: Ability[] } {
  return {
    open: abilities.filter((ability) => isOpenAt(stage, ability, isAdopted)),
    closed: abilities.filter((ability) => !isOpenAt(stage, ability, isAdopted)),
  };
}

/** What going from one stage to another opens and closes. */
export function abilitiesMoved(from: Stage, to: Stage, isAdopted: boolean): { opens: Ability[]; closes: Ability[] } {
  const [before, after] = [abilitiesAt(from, isAdopted).open, abilitiesAt(to, isAdopted).open];
  return {
    opens: after.filter((ability) => !before.includes(ability)),
    closes: before.filter((ability) => !after.includes(ability)),
  };
}

/**
 * Whether a group's table is open to writing. What a facilitator has decided for that one group (`open`) comes before the
 * stage, until the facilitator decides otherwise; null leaves it to the stage. In a closed workshop nothing is open.
 */
export function isTableOpen(open: boolean | null, stage: Stage): boolean {
  return stage !== 'closed' && (open ?? opensAt(stage, 'tables'));
}
