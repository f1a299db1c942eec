import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import styles from './progress-ring.module.css';

export interface ProgressRingProps {
  /** What is counted, such as "Priorities". Stands beside the ring. */
  label: string;
  done: number;
  wanted: number;
  /** The label is only spoken. */
  labelHidden?: boolean;
}

const radius = 15;
const circumference = 2 * Math.PI * radius;

/** So many of so many: a ring, its figures, its label. The ring grows with the text around it. */
export function ProgressRing({ label, done, wanted, labelHidden = false }: ProgressRingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = wanted > 0 ? Math.min(1, Math.max(0, done / wanted)) : 0;
  const words = t('words.of', { done, wanted });
  return (
    <span className={styles['progress']} role="img" aria-label={`${label}: ${words}`}>
      <span className={styles['ring']} data-full={share === 1 || undefined}>
        <svg viewBox="0 0 36 36" aria-hidden="true">
          <circle cx="18" cy="18" r={radius} />
          {share > 0 && (
            <circle
              className={styles['part']}
              cx="18"
              cy="18"
              r={radius}
              strokeDasharray={`${share * circumference} ${circumference}`}
            />
          )}
        </svg>
        <span className={styles['figures']}>
          {format.number(done)}/{format.number(wanted)}
        </span>
      </span>
      {!labelHidden && <span aria-hidden="true">{label}</span>}
    </span>
  );
}
