import { TextArea as AriaTextArea } from 'react-aria-components/TextField';
import styles from './field.module.css';
import { FieldFrame, type TextFieldProps } from './text-field.tsx';

export interface TextAreaProps extends Omit<TextFieldProps, 'look' | 'inputRef'> {
  /** Lines shown before it scrolls. */
  rows?: number;
}

/** Several lines of plain text with their label, hint and error. */
export function TextArea({ rows = 4, placeholder, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      <AriaTextArea className={styles['area'] ?? ''} rows={rows} placeholder={placeholder ?? ''} dir="auto" />
    </FieldFrame>
  );
}
