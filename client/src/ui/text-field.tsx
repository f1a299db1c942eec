import type { InputHTMLAttributes, Ref } from 'react';
import styles from './field.module.css';
import { FieldFrame, type FieldWords, leftNearEnd } from './field-frame.tsx';

export interface TextFieldProps
  extends FieldWords,
    Omit<
      InputHTMLAttributes<HTMLInputElement>,
      'className' | 'style' | 'onChange' | 'disabled' | 'readOnly' | 'value'
    > {
  value: string;
  onChange?: (text: string) => void;
  /** `code`: large, spaced capitals, for a join code. */
  look?: 'usual' | 'code';
  isDisabled?: boolean;
  isReadOnly?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, optional, labelHidden, look, onChange, isDisabled, isReadOnly, inputRef, ...rest } =
    props;
  const left = look === 'code' || isReadOnly ? undefined : leftNearEnd(props.value, rest.maxLength);
  return (
    <FieldFrame {...{ label, hint, error, left }} optional={optional ?? false} labelHidden={labelHidden ?? false}>
      {(wiring) => (
        <input
          dir="auto"
          {...rest}
          {...wiring}
          ref={inputRef}
          className={[styles['input'], look === 'code' && styles['code']].filter(Boolean).join(' ')}
          disabled={isDisabled}
          readOnly={isReadOnly}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
