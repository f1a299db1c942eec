import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import type { FieldWords } from './text-field.tsx';

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

/**
 * Several lines of plain text with their label, hint and error. The browser's own field, since the voting page has one:
 * React Aria's would cost it 6 KB of its budget.
 */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, optional, value, onChange, rows = 4, placeholder, maxLength } = props;
  const { t } = useTranslation();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      {!labelHidden && (
        <label className={styles['label']} htmlFor={id}>
          {label} {optional && <span className={styles['optional']}>({t('words.optional')})</span>}
        </label>
      )}
      {hint && (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        className={styles['area']}
        dir="auto"
        rows={rows}
        value={value}
        placeholder={placeholder}
        maxLength={maxLength}
        disabled={props.isDisabled}
        readOnly={props.isReadOnly}
        aria-label={labelHidden ? label : undefined}
        aria-invalid={Boolean(error)}
        aria-describedby={described || undefined}
        onChange={(event) => onChange?.(event.target.value)}
      />
      {error && (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
