import { useId } from 'react';
import field from './field.module.css';
import { Icon } from './icons.tsx';
import styles from './select.module.css';

export interface SelectProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  hint?: string;
  /** The label is only spoken: where the place says what the choice is about. */
  labelHidden?: boolean;
  /** In a header or a table. */
  compact?: boolean;
  isDisabled?: boolean;
  /** Set in the device's own fonts: names of languages, each in its own script, would fetch a font for every script. */
  deviceFont?: boolean;
}

/**
 * One of a list. The browser's own control: phones show it as their own wheel or sheet, it is spoken in every language,
 * and it costs the voting page nothing.
 */
export function Select<Value extends string>({
  label,
  options,
  value,
  onChange,
  hint,
  labelHidden,
  compact,
  isDisabled,
  deviceFont,
}: SelectProps<Value>) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  return (
    <div className={field['field']}>
      {!labelHidden && (
        <label className={field['label']} htmlFor={id}>
          {label}
        </label>
      )}
      {hint && (
        <span className={field['hint']} id={hintId}>
          {hint}
        </span>
      )}
      <span className={styles['frame']} data-compact={compact || undefined} data-device-font={deviceFont || undefined}>
        <select
          id={id}
          className={`${field['input']} ${styles['select']}`}
          aria-label={labelHidden ? label : undefined}
          aria-describedby={hintId}
          value={value}
          disabled={isDisabled}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="expand" />
      </span>
    </div>
  );
}
