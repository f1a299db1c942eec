import { readChoice, writeChoice } from '../device-choices.ts';

export const appearances = ['system', 'light', 'dark'] as const;
/** Whether the page follows the device (`system`) or is held light or dark on this device. */
export type Appearance = (typeof appearances)[number];

/** This device's choice. */
export function readAppearance(): Appearance {
  const chosen = readChoice('appearance');
  return appearances.find((appearance) => appearance === chosen) ?? 'system';
}

/** Shows a choice: tokens.css follows `prefers-color-scheme` unless `data-theme` says otherwise. */
export function showAppearance(appearance: Appearance): void {
  if (appearance === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = appearance;
}

/** Changes the appearance on this device and remembers it. */
export function changeAppearance(appearance: Appearance): void {
  writeChoice('appearance', appearance);
  showAppearance(appearance);
}
