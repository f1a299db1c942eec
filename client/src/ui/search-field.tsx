import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Input, Label } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import field from './field.module.css';
import { Icon } from './icons.tsx';
import styles from './search-field.module.css';
import { TriggerButton } from './trigger-button.tsx';

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  placeholder?: string;
  labelHidden?: boolean;
  autoFocus?: boolean;
}

/** Searches while one types; Escape and the button clear it. */
export function SearchField({ label, value, onChange, placeholder, labelHidden, autoFocus }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <AriaSearchField
      className={field['field'] ?? ''}
      value={value}
      onChange={onChange}
      {...(autoFocus ? { autoFocus } : {})}
      {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className={field['label'] ?? ''}>{label}</Label>}
      <span className={styles['frame']}>
        <span className={styles['icon']}>
          <Icon name="search" />
        </span>
        <Input className={`${field['input']} ${styles['input']}`} placeholder={placeholder ?? ''} dir="auto" />
        {value !== '' && (
          <span className={styles['clear']}>
            <TriggerButton kind="plain" size="small" aria-label={t('words.clear')}>
              <Icon name="remove" />
            </TriggerButton>
          </span>
        )}
      </span>
    </AriaSearchField>
  );
}
