import styles from './field.module.css';
import { FieldFrame, type FieldWords } from './field-frame.tsx';

export interface TextAreaProps extends FieldWords {
  value: string;
  onChange?: (text: string) => void;
  /** Lines shown before it scrolls. */
  rows?: number;
  placeholder?: string;
  /** In characters (UTF-16 units). */
  maxLength?: number;
  isDisabled?: boolean;
  isReadOnly?: boolean;
}

/** Several lines of plain text with their label, hint and error. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, rows = 4, placeholder, maxLength, isDisabled, isReadOnly, ...words } = props;
  return (
    <FieldFrame {...words}>
      {(wiring) => (
        <textarea
          {...wiring}
          className={styles['area']}
          dir="auto"
          rows={rows}
          value={value}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={isDisabled}
          readOnly={isReadOnly}
          onChange={(event) => onChange?.(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
