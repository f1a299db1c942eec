import { type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';
import { Icon } from './icons.tsx';

export interface CheckboxProps {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  /** One line that says what follows from it. */
  hint?: string;
  isDisabled?: boolean;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ children, isSelected, onChange, hint, isDisabled }: CheckboxProps) {
  const id = useId();
  return (
    <label className={styles['checkbox']} data-disabled={isDisabled || undefined}>
      <span className={styles['box']}>
        <input
          type="checkbox"
          checked={isSelected}
          disabled={isDisabled}
          aria-labelledby={`${id}-words`}
          aria-describedby={hint && `${id}-hint`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <Icon name="check" />
      </span>
      <span>
        <span id={`${id}-words`}>{children}</span>
        {hint && (
          <span id={`${id}-hint`} className={styles['hint']}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
