import { useId } from 'react';
import styles from './count-field.module.css';

export interface CountFieldProps {
  label: string;
  /** Where the label alone does not say whose number it is. */
  'aria-label'?: string;
  value: number;
  /** The largest number that can be. */
  most: number;
  onChange: (value: number) => void;
  isDisabled?: boolean;
}

/** A small number of people, typed or stepped. What is no number is nobody. */
export function CountField({ label, value, most, onChange, isDisabled, ...rest }: CountFieldProps) {
  const id = useId();
  const read = (text: string): number => Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));
  return (
    <span className={styles['count']}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        type="number"
        inputMode="numeric"
        min={0}
        max={most}
        disabled={isDisabled}
        value={value}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(read(event.target.value))}
      />
    </span>
  );
}
