import { FieldError } from 'react-aria-components/FieldError';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Text,
} from 'react-aria-components/TextField';
import styles from './field.module.css';
import { FieldLabel, type FieldWords } from './text-field.tsx';

export interface TextAreaProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate'> {
  /** Lines shown before it scrolls. */
  rows?: number;
  placeholder?: string;
}

/** Several lines of plain text with their label, hint and error. */
export function TextArea({ label, hint, error, optional, rows = 4, placeholder, ...rest }: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={styles['field'] ?? ''} isInvalid={Boolean(error)} validationBehavior="aria">
      <FieldLabel label={label} optional={optional ?? false} />
      {hint && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
      <AriaTextArea className={styles['area'] ?? ''} rows={rows} placeholder={placeholder ?? ''} dir="auto" />
      <FieldError className={styles['error'] ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
