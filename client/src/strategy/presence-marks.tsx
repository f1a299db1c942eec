import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { hueOf } from '../ui/group-mark.tsx';
import { initialsOf } from '../ui/initials.ts';
import type { PersonHere } from './presence.ts';
import styles from './presence-marks.module.css';

interface Props {
  people: readonly PersonHere[];
  /** In the line instead of at the corner. */
  isInline?: boolean;
}

/** Who else is in a cell: initials on their hue, at its corner. The cell's own outline takes the first one's hue. */
export function PresenceMarks({ people, isInline = false }: Props) {
  const { t } = useTranslation('strategy');
  const format = useFormat();
  if (people.length === 0) return null;
  const label = t('cell.here', { people: format.list(people.map(({ name }) => name)) });
  return (
    <span className={styles[isInline ? 'inline' : 'marks']} role="img" aria-label={label} title={label}>
      {people.map(({ id, name, colour }) => (
        <span key={id} className={styles['mark']} style={hueOf(colour)} aria-hidden="true">
          {initialsOf(name)}
        </span>
      ))}
    </span>
  );
}
