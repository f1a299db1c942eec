import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hues } from '../ui/group-mark.tsx';
import { contrast, distance, sights } from './contrast.ts';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
const tokens = new Map(Array.from(pairs, ([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
const themes = ['light', 'dark'] as const;

/** Every way in which words stand on something: ink → grounds. */
const wordsOn: Record<string, string[]> = {
  ink: ['paper', 'sheet', 'wash', 'accent-wash', 'danger-wash', 'warning-wash', 'good-wash'],
  'ink-soft': ['paper', 'sheet', 'wash', 'accent-wash'],
  accent: ['paper', 'sheet', 'wash', 'accent-wash'],
  'on-accent': ['accent', 'accent-strong'],
  danger: ['paper', 'sheet', 'danger-wash'],
  warning: ['paper', 'sheet', 'warning-wash'],
  good: ['paper', 'sheet', 'good-wash'],
  paper: ['ink'],
};
const hueNames = Array.from({ length: hues }, (_, index) => `hue-${index + 1}`);

function measure(theme: (typeof themes)[number], a: string, b: string): number {
  return contrast(tokens.get(a)![theme], tokens.get(b)![theme]);
}

test('UI3 O26 words and the initials of people and groups have a contrast of at least 4.5 to 1 with what they stand on, light and dark', () => {
  for (const theme of themes) {
    for (const [ink, grounds] of Object.entries(wordsOn)) {
      for (const ground of grounds) {
        expect(measure(theme, ink, ground), `${ink} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const hue of hueNames) {
      expect(measure(theme, `${hue}-on`, hue), `initials on ${hue}, ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('UI3 edges of fields, the focus ring and group marks have a contrast of at least 3 to 1 with the paper', () => {
  for (const theme of themes) {
    for (const shape of ['edge', 'focus', ...hueNames]) {
      for (const ground of ['paper', 'sheet']) {
        expect(measure(theme, shape, ground), `${shape} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(3);
      }
    }
  }
});

test('UI4 O26 group hues can be told apart with every kind of colour sight', () => {
  for (const theme of themes) {
    for (const sight of Object.keys(sights) as (keyof typeof sights)[]) {
      for (const [index, hue] of hueNames.entries()) {
        for (const other of hueNames.slice(index + 1)) {
          const apart = distance(tokens.get(hue)![theme], tokens.get(other)![theme], sight);
          expect(apart, `${hue} and ${other}, ${theme}, ${sight}`).toBeGreaterThan(0.06);
        }
      }
    }
  }
});
