import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import styles from './radio-cards.module.css';

export interface RadioCard<Value extends string> {
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

/** A few large choices of which one is taken; each is a whole line that a thumb can hit. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, cards, value, onChange, arrange = 'rows', labelHidden, error, isDisabled } = props;
  return (
    <RadioGroup
      className={styles['group'] ?? ''}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      {...(isDisabled === undefined ? {} : { isDisabled })}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <div className={styles[arrange]}>
        {cards.map((card) => (
          <Radio key={card.value} value={card.value} className={styles['card'] ?? ''}>
            <span className={styles['dot']} />
            {card.mark}
            <span>
              <span className={styles['name']}>{card.label}</span>
              {card.meaning && <span className={styles['meaning']}>{card.meaning}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </RadioGroup>
  );
}
