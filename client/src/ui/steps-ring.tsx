import type { Completeness } from '@board/shared/model/completeness';
import styles from './steps-ring.module.css';

const radius = 6;
const circumference = 2 * Math.PI * radius;

/** So many steps of so many, as a ring of one line's height, with its words. Whole, it is a ring with a tick. */
export function StepsRing({ done, wanted, words }: Completeness & { words: string }) {
  const share = Math.min(1, done / wanted);
  return (
    <svg
      className={styles['ring']}
      viewBox="0 0 16 16"
      role="img"
      aria-label={words}
      data-full={share === 1 || undefined}
    >
      <title>{words}</title>
      <circle cx="8" cy="8" r={radius} />
      {share > 0 && (
        <circle
          className={styles['part']}
          cx="8"
          cy="8"
          r={radius}
          strokeDasharray={`${share * circumference} ${circumference}`}
        />
      )}
      {share === 1 && <path className={styles['part']} d="M5.4 8.200l1.900 1.900L10.700 6" />}
    </svg>
  );
}
