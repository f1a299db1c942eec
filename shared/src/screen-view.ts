import type { GroupId, VoteId } from './ids.ts';
import { compareNumbers } from './upr/numbers.ts';
import type { PositionOfState } from './upr/positions.ts';
import { compareSdgCodes } from './upr/sdg.ts';

/** What the facilitator may put on the hall's screens. `stage`: whatever belongs to the stage. */
export const screenChoices = [
  'stage',
  'join',
  'wall',
  'group',
  'coverage',
  'overlap',
  'charter',
  'vote',
  'closing',
] as const;
export type ScreenChoice = (typeof screenChoices)[number];

export const screenLooks = ['system', 'light', 'dark'] as const;
export type ScreenLook = (typeof screenLooks)[number];

/** What the facilitator has set for the hall's screens, which have no keyboard of their own. */
export interface ScreenSetting {
  shows: ScreenChoice;
  /** The group that `group` shows, or showed last. */
  group: GroupId | null;
  /** Counted up to turn the page; behind its last page a screen begins with the first again. */
  page: number;
  look: ScreenLook;
  /** Of the words around what people have written; null: the screen's own. */
  language: string | null;
}

/** The hall's Wi-Fi, as phones are told of it by a QR code. Without a password it is open. */
export interface Wifi {
  name: string;
  password: string;
}

export interface ScreenView extends ScreenSetting {
  /** The vote that the facilitator has put on the wall while several are open; null, or one that is closed: the one that was opened first. */
  vote: VoteId | null;
  /** Screens that are connected now. */
  connected: number;
  /** Null for members and observers, and where none was told. */
  wifi: Wifi | null;
}

/** Of so many recommendations so many are taken by a group. */
export interface Share {
  total: number;
  taken: number;
}

/** How far the groups' strategies cover the catalogue. Counts only. */
export interface CoverageView extends Share {
  /** How many recommendations are taken by no group, by one, by two …; the last place counts that many and more. */
  byGroups: number[];
  positions: Record<PositionOfState, Share>;
  /** The themes with the most recommendations, in that order. A recommendation counts in each of its themes. */
  themes: (Share & { name: string })[];
  /** How many themes there are in all. */
  themeCount: number;
  /** How many groups work towards each of the 17 goals; of groups that keep their strategy closed nothing is counted. */
  goals: number[];
  /** How many groups that is. */
  closedGroups: number;
}

/** Places of `byGroups`: none, one, two, three and more. */
export const coverageSteps = 4;

export const overlapKinds = ['recommendation', 'target', 'partner'] as const;
export type OverlapKind = (typeof overlapKinds)[number];

/** What the hall does about an overlap: one group takes it over, both do it together, or each goes on. */
export const overlapChoices = ['merge', 'share', 'keep'] as const;
export type OverlapChoice = (typeof overlapChoices)[number];

/** Something that several groups have in their strategies. */
export interface OverlapView {
  kind: OverlapKind;
  /** A recommendation's id, an SDG target's code, or a partner's name as it is compared. */
  of: string;
  /** The recommendation's number, the code, or the partner's name as it was written. */
  name: string;
  /** The recommendation's words by language, as much as a screen shows. */
  text: Record<string, string>;
  groups: GroupId[];
  decided: OverlapChoice | null;
}

/** The name of an overlap in the live view and in what was decided. */
export function overlapKey({ kind, of }: Pick<OverlapView, 'kind' | 'of'>): string {
  return `${kind}.${of}`;
}

/** What most groups share comes first; then recommendations, targets, partners, each in their own order. */
export function compareOverlaps(a: OverlapView, b: OverlapView): number {
  return (
    b.groups.length - a.groups.length || overlapKinds.indexOf(a.kind) - overlapKinds.indexOf(b.kind) || byName(a, b)
  );
}

function byName(a: OverlapView, b: OverlapView): number {
  if (a.kind === 'recommendation') return compareNumbers(a.name, b.name) || compareTexts(a.of, b.of);
  return a.kind === 'target' ? compareSdgCodes(a.of, b.of) : compareTexts(a.of, b.of);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
