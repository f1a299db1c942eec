import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { forgetWorkshop, type KnownWorkshop, knownWorkshops } from '../../facilitator-keys.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import styles from './start.module.css';

/** The workshops that were created on this device, so that their facilitator finds the way back; or has them forgotten. */
export function KnownWorkshops() {
  const { t } = useTranslation('start');
  const [known, setKnown] = useState(knownWorkshops);
  const [leaving, setLeaving] = useState<KnownWorkshop | null>(null);
  if (known.length === 0) return null;
  const forget = ({ workshopId }: KnownWorkshop): void => {
    forgetWorkshop(workshopId);
    setKnown(knownWorkshops());
    setLeaving(null);
  };
  return (
    <div className={styles['block']}>
      <h2>{t('known.title')}</h2>
      <ul className={styles['known']}>
        {known.map((workshop) => (
          <li key={workshop.workshopId}>
            <Link href={`/w/${workshop.workshopId}`} dir="auto">
              {workshop.title}
            </Link>
            <Button
              kind="plain"
              size="small"
              aria-label={t('known.forgetOf', { title: workshop.title })}
              onPress={() => setLeaving(workshop)}
            >
              {t('known.forget')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving && (
        <ConfirmDialog
          title={t('known.forgetTitle')}
          text={t('known.forgetText', { title: leaving.title })}
          confirm={t('known.forget')}
          onConfirm={() => forget(leaving)}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}
