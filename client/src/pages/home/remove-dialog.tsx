import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export interface RemoveDialogProps {
  name: string;
  /** `withWords`: all comments and open proposals of the person go, too. */
  onRemove: (withWords: boolean) => Promise<void>;
  onClose: () => void;
}

/** Asks before a person is removed, and whether what the person said goes, too. */
export function RemoveDialog({ name, onRemove, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('home');
  const [withWords, setWithWords] = useState(false);
  return (
    <ConfirmDialog
      title={t('people.removeTitle', { name })}
      text={t('people.removeText')}
      confirm={t('people.remove')}
      onConfirm={() => onRemove(withWords)}
      onClose={onClose}
    >
      <Checkbox isSelected={withWords} onChange={setWithWords} hint={t('people.removeWordsHint')}>
        {t('people.removeWords')}
      </Checkbox>
    </ConfirmDialog>
  );
}
