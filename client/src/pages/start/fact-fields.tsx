import { limits } from '@board/shared/protocol/limits';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/text-field.tsx';
import styles from './start.module.css';

/** What is known of a new workshop besides its groups. */
export interface Facts {
  title: string;
  country: string;
  cycle: string;
  createKey: string;
}

export const emptyFacts: Facts = { title: '', country: '', cycle: '', createKey: '' };

export interface FactFieldsProps {
  facts: Facts;
  onChange: (changed: Partial<Facts>) => void;
  titleField: Ref<HTMLInputElement>;
  titleMissing: boolean;
}

/** Title, country and cycle. */
export function FactFields({ facts, onChange, titleField, titleMissing }: FactFieldsProps) {
  const { t } = useTranslation('start');
  return (
    <>
      <TextField
        label={t('create.name')}
        hint={t('create.nameHint')}
        value={facts.title}
        onChange={(title) => onChange({ title })}
        maxLength={limits.shortText}
        inputRef={titleField}
        error={titleMissing ? t('create.nameMissing') : undefined}
      />
      <div className={styles['pair']}>
        <TextField
          optional
          label={t('create.country')}
          value={facts.country}
          onChange={(country) => onChange({ country })}
          maxLength={limits.shortText}
        />
        <TextField
          optional
          label={t('create.cycle')}
          placeholder={t('create.cycleHint')}
          value={facts.cycle}
          onChange={(cycle) => onChange({ cycle })}
          maxLength={limits.shortText}
        />
      </div>
    </>
  );
}
