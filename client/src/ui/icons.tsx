import styles from './icons.module.css';

/** The few signs that the board uses. Each is drawn here, follows the text's colour and size, and always stands beside words. */
const drawings = {
  add: 'M8 3v10M3 8h10',
  remove: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.5 3.500L13 4.5',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  forward: 'M3 8h10M9 4l4 4-4 4',
  open: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5',
  expand: 'M4 6l4 4 4-4',
  search: 'M7 2.500a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14',
  lock: 'M4 7.500h8v6H4zM5.5 7.500V5a2.5 2.5 0 0 1 5 0v2.5',
  show: 'M1.5 8c3-5.3 10-5.3 13 0c-3 5.3-10 5.3-13 0M8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
  copy: 'M6 6h7.500v7.500H6zM10 3V2.500H2.500V10H3',
  priority: 'M8 2l1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.700 2.1.8-4.2L2 6.4l4.2-.500z',
  contribution: 'M4 14V2.500h8.500L10 5.8l2.5 3.2H4',
  warning: 'M8 2.500l6 11H2zM8 6.500v3M8 11.3v.2',
  comment: 'M2 3h12v8H7.500l-3 3v-3H2z',
  together: 'M6 3a4.500 5 0 1 0 0 10a4.500 5 0 1 0 0-10M10 3a4.500 5 0 1 0 0 10a4.500 5 0 1 0 0-10',
  screen: 'M2 3h12v8H2zM8 11v3M5 14h6',
} as const;

export type IconName = keyof typeof drawings;

/** One sign. Hidden from screen readers, since words stand beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles['icon']} data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
