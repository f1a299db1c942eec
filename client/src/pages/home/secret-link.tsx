import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { facilitatorKeyOf } from '../../facilitator-keys.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { secretLink } from '../join/secret-link.ts';
import styles from './join-block.module.css';

/** The facilitator's link, shown only when asked for: this page may be on the projector. */
export function SecretLink({ workshopId, address }: { workshopId: WorkshopId; address: string }) {
  const { t } = useTranslation('home');
  const [isShown, setShown] = useState(false);
  const key = facilitatorKeyOf(workshopId);
  if (key === null) return <p className={styles['hint']}>{t('join.secretElsewhere')}</p>;
  return (
    <div className={styles['secret']}>
      <Button icon={isShown ? 'lock' : 'show'} size="small" onPress={() => setShown(!isShown)} aria-expanded={isShown}>
        {t(isShown ? 'join.hide' : 'join.show')}
      </Button>
      {isShown ? (
        <CopyField label={t('join.secret')} hint={t('join.secretHint')} value={secretLink(address, workshopId, key)} />
      ) : (
        <p className={styles['hint']}>{t('join.shown')}</p>
      )}
    </div>
  );
}
