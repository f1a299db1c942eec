import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';
import { Icon } from './icons.tsx';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  /** One line that says what follows from it. */
  hint?: string;
}

/** Yes or no, with its words beside it. `isSelected` and `onChange(isSelected)` as in React Aria. */
export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles['checkbox'] ?? ''}>
      <span className={styles['box']}>
        <Icon name="check" />
      </span>
      <span>
        {children}
        {hint && <span className={styles['hint']}>{hint}</span>}
      </span>
    </AriaCheckbox>
  );
}
