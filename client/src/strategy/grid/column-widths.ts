import { useState } from 'react';
import { readChoice, writeChoice } from '../../device-choices.ts';

/** Widths in pixels of the columns that somebody has changed, by name. The others share what is left. */
export type ColumnWidths = Readonly<Record<string, number>>;

export const narrowest = 64;
export const widest = 900;

/** Of each column the least width in rem, and its share of what is left. */
const usual: Readonly<Record<string, readonly [least: number, share: number]>> = {
  number: [4.75, 5],
  recommendation: [11, 18],
  references: [7.5, 11],
  action: [12, 20],
  indicator: [8, 13],
  resources: [6.5, 10],
  partners: [6.5, 10],
  timeframe: [5.75, 8],
  risks: [9.5, 15],
};

/**
 * What the grid's style is made of: its tracks, the least width of all together, and the width that the first column has
 * as soon as the grid is wider than its place, so that the second can stay in view beside it.
 */
export function gridWidths(widths: ColumnWidths): Record<'--columns' | '--least' | '--first', string> {
  const all = Object.entries(usual).map(([name, [least, share]]) => {
    const own = widths[name];
    const width = own === undefined ? `${least}rem` : `${clampWidth(own)}px`;
    return { width, track: own === undefined ? `minmax(${width}, ${share}fr)` : width };
  });
  return {
    '--columns': all.map(({ track }) => track).join(' '),
    '--least': `calc(${all.map(({ width }) => width).join(' + ')})`,
    '--first': all[0]?.width ?? '0px',
  };
}

/** Shares of the columns in a table of so many rem, for paper: as on a screen on which nobody has changed a width. They add up to 1. */
export function usualShares(rem: number): number[] {
  const all = Object.values(usual);
  const least = all.reduce((sum, [width]) => sum + width, 0);
  const shares = all.reduce((sum, [, share]) => sum + share, 0);
  const whole = Math.max(rem, least);
  return all.map(([width, share]) => (width + ((whole - least) * share) / shares) / whole);
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/** Reads what was remembered; anything that is no width is left out. */
export function readWidths(remembered: string | null): ColumnWidths {
  try {
    const raw: unknown = JSON.parse(remembered ?? '{}');
    if (raw === null || typeof raw !== 'object') return {};
    const known = Object.entries(raw).filter(([name, width]) => name in usual && Number.isFinite(width));
    return Object.fromEntries(known.map(([name, width]) => [name, clampWidth(width as number)]));
  } catch {
    return {};
  }
}

/** The widths on this device, remembered there. */
export function useColumnWidths(): [ColumnWidths, (name: string, width: number | null) => void] {
  const [widths, setWidths] = useState(() => readWidths(readChoice('columns')));
  const change = (name: string, width: number | null): void => {
    const { [name]: _before, ...rest } = widths;
    const now = width === null ? rest : { ...rest, [name]: clampWidth(width) };
    setWidths(now);
    writeChoice('columns', JSON.stringify(now));
  };
  return [widths, change];
}
