/** What one check found: a measure for its line, and what to mend when it is not in order. */
export interface CheckResult {
  measure: string;
  faults: string[];
}

export type Check = () => Promise<CheckResult>;
