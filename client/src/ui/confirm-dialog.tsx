import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  /** The question, in plain words: "Remove Dara from the workshop?" */
  title: string;
  /** What follows from yes, and whether it can be undone. */
  text: string;
  /** The words on the button that does it; a verb, never "OK". */
  confirm: string;
  kind?: 'primary' | 'danger';
  /** Awaited: the dialog stays, busy, until it is done. Close it by not rendering it. */
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** Asks once before a step that cannot easily be undone. */
export function ConfirmDialog({ title, text, confirm, kind = 'danger', onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind={kind} busy={isBusy} onPress={go}>
            {confirm}
          </Button>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
