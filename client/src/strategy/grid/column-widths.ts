import { useState } from 'react';
import { readChoice, writeChoice } from '../../device-choices.ts';

/** Widths in pixels of the columns that somebody has changed, by name. The others share what is left. */
export type ColumnWidths = Readonly<Record<string, number>>;

export const narrowest = 64;
export const widest = 900;

const usual: Readonly<Record<string, string>> = {
  number: 'minmax(4.75rem, 5fr)',
  recommendation: 'minmax(11rem, 18fr)',
  references: 'minmax(7.5rem, 11fr)',
  action: 'minmax(12rem, 20fr)',
  indicator: 'minmax(8rem, 13fr)',
  resources: 'minmax(6.5rem, 10fr)',
  partners: 'minmax(6.5rem, 10fr)',
  timeframe: 'minmax(5.75rem, 8fr)',
  risks: 'minmax(9.5rem, 15fr)',
};

/** The tracks of the grid, for CSS. */
export function tracksOf(widths: ColumnWidths): string {
  return Object.entries(usual)
    .map(([name, track]) => (widths[name] === undefined ? track : `${clampWidth(widths[name])}px`))
    .join(' ');
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
