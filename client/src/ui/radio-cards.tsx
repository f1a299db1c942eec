import { type ReactNode, useId } from 'react';
import styles from './radio-cards.module.css';

interface RadioCard<Value extends string> {
  value: Value;
  label: string;
  /** What choosing it means, in one line. */
  meaning?: string;
  /** Beside the words, such as a GroupMark. */
  mark?: ReactNode;
}

export interface RadioCardsProps<Value extends string> {
  label: string;
  cards: readonly RadioCard<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** `rows`: one below the other, large, for a vote. `columns`: as many beside each other as fit. */
  arrange?: 'rows' | 'columns';
  labelHidden?: boolean;
  error?: string | undefined;
  isDisabled?: boolean;
}

/**
 * A few large choices of which one is taken; each is a whole line that a thumb can hit. The browser's own radio buttons:
 * arrow keys, screen readers and forms know them, and they cost the voting page nothing.
 */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, cards, value, onChange, arrange = 'rows', labelHidden, error, isDisabled } = props;
  const id = useId();
  return (
    <div
      className={styles['group']}
      role="radiogroup"
      aria-invalid={Boolean(error)}
      aria-describedby={error ? `${id}-error` : undefined}
      {...(labelHidden ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label` })}
    >
      {!labelHidden && (
        <span id={`${id}-label`} className={styles['label']}>
          {label}
        </span>
      )}
      <div className={styles[arrange]}>
        {cards.map((card) => (
          <label key={card.value} className={styles['card']}>
            <input
              type="radio"
              className={styles['dot']}
              name={id}
              value={card.value}
              checked={card.value === value}
              disabled={isDisabled}
              aria-labelledby={`${id}-${card.value}`}
              aria-describedby={card.meaning && `${id}-${card.value}-meaning`}
              onChange={() => onChange(card.value)}
            />
            {card.mark}
            <span>
              <span id={`${id}-${card.value}`} className={styles['name']}>
                {card.label}
              </span>
              {card.meaning && (
                <span id={`${id}-${card.value}-meaning`} className={styles['meaning']}>
                  {card.meaning}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
