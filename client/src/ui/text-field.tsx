import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

export interface FieldWords {
  label: string;
  /** What to write, in one line below the label. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. Shown instead of nothing: an empty or missing one means that all is well. */
  error?: string | undefined;
  /** Says that the field may stay empty. */
  optional?: boolean;
  /** The label is only spoken: where the place says what the field is for. */
  labelHidden?: boolean;
}

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> {
  placeholder?: string;
  /** `code`: large, spaced capitals, for a join code. */
  look?: 'usual' | 'code';
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. `value` and `onChange(text)` as in React Aria. */
export function TextField({ look = 'usual', placeholder, inputRef, ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <Input
        className={[styles['input'], look === 'code' && styles['code']].filter(Boolean).join(' ')}
        placeholder={placeholder ?? ''}
        ref={inputRef ?? null}
        dir="auto"
      />
    </FieldFrame>
  );
}

type FieldFrameProps = FieldWords &
  Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> & { children: ReactNode };

/** Label, hint, what is written into, error: the frame of every text field. */
export function FieldFrame({ label, hint, error, optional, labelHidden, children, ...rest }: FieldFrameProps) {
  return (
    <AriaTextField
      {...rest}
      {...(labelHidden ? { 'aria-label': label } : {})}
      className={styles['field'] ?? ''}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      {!labelHidden && <FieldLabel label={label} optional={optional ?? false} />}
      {hint && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      {children}
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

/** A field's label, with "optional" where it may stay empty. */
function FieldLabel({ label, optional }: { label: string; optional: boolean }) {
  const { t } = useTranslation();
  return (
    <Label className={styles['label'] ?? ''}>
      {label} {optional && <span className={styles['optional']}>({t('words.optional')})</span>}
    </Label>
  );
}
