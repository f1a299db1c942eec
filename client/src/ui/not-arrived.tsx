import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** In place of a dialog whose code did not arrive. */
export function NotArrived({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['strategy', 'frame']);
  return (
    <Dialog
      title={t('strategy:part.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('frame:words.close')}
        </Button>
      }
    >
      <p>{t('strategy:part.text')}</p>
    </Dialog>
  );
}
