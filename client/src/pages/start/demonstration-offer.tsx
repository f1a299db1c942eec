import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createDemonstration } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './start.module.css';
import { useCreation } from './use-creation.ts';

/** Opens a filled workshop in invented wording. */
export function DemonstrationOffer({ keyNeeded }: { keyNeeded: boolean }) {
  const { t } = useTranslation('start');
  const [key, setKey] = useState('');
  const { create, isBusy, refusal } = useCreation();
  const open = () => create(() => createDemonstration(keyNeeded ? { createKey: key } : {}), t('demonstration.name'));
  return (
    <div className={styles['block']}>
      <h2>{t('demonstration.title')}</h2>
      <p className={styles['hint']}>{t('demonstration.text')}</p>
      {keyNeeded && (
        <TextField label={t('create.key')} value={key} onChange={setKey} type="password" autoComplete="off" />
      )}
      <RefusalBanner refusal={refusal} />
      <Button busy={isBusy} onPress={open}>
        {t('demonstration.open')}
      </Button>
    </div>
  );
}
