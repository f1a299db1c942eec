import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';
import { FieldFrame, type FieldWords, leftNearEnd } from './field-frame.tsx';

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

/** Several lines of plain text with their label, hint and error. A paste of which not all fits says so: the browser cuts it in silence. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, rows = 4, placeholder, maxLength, isDisabled, isReadOnly, ...words } = props;
  const { t } = useTranslation();
  const [isCut, setCut] = useState(false);
  const error = words.error || (isCut && maxLength !== undefined ? t('words.cut', { most: maxLength }) : undefined);
  return (
    <FieldFrame {...words} error={error} left={error || isReadOnly ? undefined : leftNearEnd(value, maxLength)}>
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
          onPaste={(event) => {
            const { selectionStart, selectionEnd } = event.currentTarget;
            const pasted = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').length;
            setCut(maxLength !== undefined && value.length - (selectionEnd - selectionStart) + pasted > maxLength);
          }}
          onChange={(event) => {
            if (isCut && event.target.value.length < (maxLength ?? 0)) setCut(false);
            onChange?.(event.target.value);
          }}
        />
      )}
    </FieldFrame>
  );
}
