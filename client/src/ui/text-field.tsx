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
}

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> {
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text with its label, hint and error. `value` and `onChange(text)` as in React Aria. */
export function TextField({ label, hint, error, optional, placeholder, inputRef, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} className={styles['field'] ?? ''} isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} optional={optional ?? false} />
      {hint && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <Input className={styles['input'] ?? ''} placeholder={placeholder ?? ''} ref={inputRef ?? null} dir="auto" />
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

/** A field's label, with "optional" where it may stay empty. */
export function FieldLabel({ label, optional }: { label: string; optional: boolean }) {
  const { t } = useTranslation();
  return (
    <Label className={styles['label'] ?? ''}>
      {label} {optional && <span className={styles['optional']}>({t('words.optional')})</span>}
    </Label>
  );
}
