import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useSettled } from './use-settled.ts';

export interface ConfirmDialogProps {
  /** The question, in plain words: "Remove Dara from the workshop?" */
  title: string;
  /** What follows from yes, and whether it can be undone. */
  text: string;
  /** The words on the button that does it; a verb, never "OK". */
  confirm: string;
  /** What can be chosen with it. */
  children?: ReactNode;
  kind?: 'primary' | 'danger';
  /** Awaited: the dialog stays, busy, until it is done. Close it by not rendering it. */
  onConfirm: () => Promise<void> | void;
  onClose: () => void;
}

/** Asks once before a step that cannot easily be undone. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  children,
  kind = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  // A double click on what asks is no answer.
  const isSettled = useSettled();
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
          <Button kind={kind} busy={isBusy} settling={!isSettled} onPress={go}>
            {confirm}
          </Button>
          <Button onPress={onClose}>{t('words.cancel')}</Button>
        </>
      }
    >
      <p>{text}</p>
      {children}
    </Dialog>
  );
}
