import { type KeyboardEvent, useId } from 'react';
import styles from './segmented-choice.module.css';

export interface SegmentedChoiceProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  labelHidden?: boolean;
  isDisabled?: boolean;
}

/**
 * One of two to six short choices in a line, such as a view or the stage of the hall. The choice may act at once, so an
 * arrow key only moves along the line; Enter or the space bar chooses.
 */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { label, options, value, onChange, labelHidden, isDisabled } = props;
  const id = useId();
  return (
    <div className={styles['group']}>
      {!labelHidden && (
        <span id={id} className={styles['label']}>
          {label}
        </span>
      )}
      <div
        className={styles['segments']}
        role="radiogroup"
        onKeyDown={moveAlong}
        {...(labelHidden ? { 'aria-label': label } : { 'aria-labelledby': id })}
      >
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            {...asRadio(option.value === value)}
            tabIndex={option.value === value ? 0 : -1}
            className={styles['segment']}
            disabled={isDisabled}
            onClick={() => option.value !== value && onChange(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Spoken as a radio button; the browser's own would be chosen by the arrow keys in passing. */
function asRadio(isChecked: boolean) {
  return { role: 'radio', 'aria-checked': isChecked };
}

/** Moves the focus to the neighbour that an arrow points at, around the ends; in the direction of reading. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const isTurned = getComputedStyle(event.currentTarget).direction === 'rtl';
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: isTurned ? -1 : 1,
    ArrowLeft: isTurned ? 1 : -1,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  const segments = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = segments.indexOf(document.activeElement as HTMLButtonElement);
  segments[(at + step + segments.length) % segments.length]?.focus();
  event.preventDefault();
}
