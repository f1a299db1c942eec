import type { StepFacts } from '@board/shared/model/agenda';
import type { NewRecommendation } from '@board/shared/model/catalogue';
import type { Timeframe } from '@board/shared/model/strategy';

/**
 * A filled workshop as plain values, before it is turned into documents. All wording in it is invented and says so
 * where a reader could mistake it. Cells are plain text; a line break starts a new paragraph.
 */
export interface Demonstration {
  title: string;
  /** A country that does not exist, or '': nobody's real review is imitated. */
  country: string;
  cycle: string;
  groups: DemonstrationGroup[];
  /** Numbers are unique here, so that rows can point to them. */
  recommendations: NewRecommendation[];
  charter: {
    preamble: string;
    closing: string;
    /** Items that are in the charter from the start; `group` is a group's name, or null for one written in plenary. */
    items: { group: string | null; text: string }[];
  };
  agenda: DemonstrationStep[];
  /** The place in the agenda of the step that the hall is at, from 0. */
  now: number;
}

/** A step of the agenda; its day counts from the first one, which is 0. */
export interface DemonstrationStep extends Omit<StepFacts, 'day'> {
  day: number;
}

export interface DemonstrationGroup {
  name: string;
  rows: DemonstrationRow[];
}

export interface DemonstrationRow {
  /** The number of a recommendation of the same demonstration, or null for a row without one. */
  recommendation: string | null;
  mechanisms: string;
  /** Codes such as `16.3`. */
  sdgTargets: string[];
  /** One of the two rows that the group presents. */
  priority: boolean;
  actions: DemonstrationAction[];
  risks: { risk: string; response: string }[];
}

export interface DemonstrationAction {
  text: string;
  indicator: string;
  resources: string;
  partners: string;
  timeframe: Timeframe;
  /** Given to the charter. */
  contribution: boolean;
}
