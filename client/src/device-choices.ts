/**
 * Small choices that belong to a device: its language, its appearance, how its tables look, whose screen it is, in which workshop
 * it was last. Kept in localStorage; where a browser forbids that (private windows), they last as long as the page.
 */
export type DeviceChoice =
  | 'language'
  | 'appearance'
  | 'columns'
  | 'by-cluster'
  | 'tell-of-others'
  | 'screen'
  | 'workshop';

const prefix = 'board:';
const whilePageLasts = new Map<DeviceChoice, string>();

/** What was chosen on this device, or null. */
export function readChoice(choice: DeviceChoice): string | null {
  try {
    return localStorage.getItem(prefix + choice) ?? whilePageLasts.get(choice) ?? null;
  } catch {
    return whilePageLasts.get(choice) ?? null;
  }
}

/** Remembers a choice on this device. */
export function writeChoice(choice: DeviceChoice, value: string): void {
  whilePageLasts.set(choice, value);
  try {
    localStorage.setItem(prefix + choice, value);
  } catch {
    // Storage is full or forbidden: the choice then lasts as long as the page.
  }
}
