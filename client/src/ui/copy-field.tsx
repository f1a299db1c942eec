import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';
import { copyFrom } from './copy-text.ts';
import { TextField } from './text-field.tsx';

export interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string;
}

/** A text to take along, such as an address, with a button that copies it. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    if (field.current) setOutcome((await copyFrom(field.current)) ? 'copied' : 'selected');
  };
  return (
    <div className={styles['frame']}>
      <div className={styles['copy']}>
        <div>
          <TextField
            label={label}
            value={value}
            isReadOnly
            inputRef={field}
            onFocus={() => field.current?.select()}
            {...(hint ? { hint } : {})}
          />
        </div>
        <Button icon="copy" onPress={copy}>
          {t('words.copy')}
        </Button>
        <span role="status" className={styles['outcome']}>
          {outcome && t(`words.${outcome}`)}
        </span>
      </div>
    </div>
  );
}
