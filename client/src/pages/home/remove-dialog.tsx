import type { PersonListed } from '@board/shared/commands';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

export interface RemoveDialogProps {
  person: PersonListed;
  /** `withWords`: all comments and open proposals of the person go, too. */
  onRemove: (withWords: boolean) => Promise<void>;
  onClose: () => void;
}

/** Asks before a person is removed, and whether what the person said goes, too; of somebody who was removed before, whether it goes now. */
export function RemoveDialog({ person: { name, isRemoved }, onRemove, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('home');
  const [withWords, setWithWords] = useState(false);
  if (isRemoved) {
    return (
      <ConfirmDialog
        title={t('people.wordsTitle', { name })}
        text={t('people.removeWordsHint')}
        confirm={t('people.wordsOut')}
        onConfirm={() => onRemove(true)}
        onClose={onClose}
      />
    );
  }
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
