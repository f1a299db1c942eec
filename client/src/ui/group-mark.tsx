import type { CSSProperties } from 'react';
import styles from './group-mark.module.css';
import { initialsOf } from './initials.ts';

/** How many hues tokens.css holds. With more groups than that hues come back; name and initials still differ. */
export const hues = 12;

/** The tokens of a group's hue, as custom properties `--hue` and `--hue-on` for the part of a page that speaks of the group. */
export function hueOf(place: number): CSSProperties {
  const hue = (((Math.trunc(place) % hues) + hues) % hues) + 1;
  return { '--hue': `var(--hue-${hue})`, '--hue-on': `var(--hue-${hue}-on)` } as CSSProperties;
}

export interface GroupMarkProps {
  name: string;
  /** The group's place in the list of groups, from 0: decides the hue. */
  place: number;
  /** The name stands beside the mark; without it the mark's name is only spoken. */
  withName?: boolean;
  size?: 'usual' | 'small' | 'large';
}

/** A group's hue with its initials. The hue never stands alone. */
export function GroupMark({ name, place, withName = false, size = 'usual' }: GroupMarkProps) {
  const mark = (
    <span
      className={styles['mark']}
      data-size={size}
      style={hueOf(place)}
      {...(withName ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      {initialsOf(name)}
    </span>
  );
  if (!withName) return mark;
  return (
    <span className={styles['named']}>
      {mark}
      <bdi>{name}</bdi>
    </span>
  );
}
