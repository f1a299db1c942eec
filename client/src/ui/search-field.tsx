import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import field from './field.module.css';
import { FieldFrame } from './field-frame.tsx';
import { Icon } from './icons.tsx';
import styles from './search-field.module.css';

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  labelHidden?: boolean;
  /** Takes the focus when it appears, as in a dialog that is opened to search. */
  autoFocus?: boolean;
}

/** Searches while one types; Escape and the button clear it. */
export function SearchField({ label, value, onChange, placeholder, labelHidden = false, autoFocus }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);
  const clear = (): void => {
    onChange('');
    input.current?.focus();
  };
  return (
    <FieldFrame label={label} labelHidden={labelHidden}>
      {(wiring) => (
        <span className={styles['frame']}>
          <span className={styles['icon']}>
            <Icon name="search" />
          </span>
          <input
            {...wiring}
            ref={input}
            type="search"
            dir="auto"
            className={`${field['input']} ${styles['input']}`}
            value={value}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              // Once empty, Escape closes the dialog around it.
              if (event.key !== 'Escape' || value === '') return;
              event.preventDefault();
              event.stopPropagation();
              clear();
            }}
          />
          {value !== '' && (
            <span className={styles['clear']}>
              <Button kind="plain" size="small" aria-label={t('words.clear')} onPress={clear}>
                <Icon name="remove" />
              </Button>
            </span>
          )}
        </span>
      )}
    </FieldFrame>
  );
}
