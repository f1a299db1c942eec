import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';
import { useFocusInside } from './use-focus-inside.ts';

export interface DialogProps {
  title: string;
  /** Escape, or a button of the dialog's own. */
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the one that goes on first. */
  actions: ReactNode;
  /** `wide` for a list or a preview. `sheet`: the whole screen of a phone, its buttons at the top, where no keyboard covers them. */
  width?: 'usual' | 'wide' | 'sheet';
}

/**
 * A dialog over the page; it is there while it is rendered. The browser's own: the focus stays inside and goes back
 * where it was, Escape closes, the page behind can neither be pressed nor read aloud. A press beside it does not close
 * it, so that nothing typed is lost by a slip.
 */
export function Dialog({ title, onClose, children, actions, width = 'usual' }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // While it is still in the page: one that is closed later gives the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useFocusInside(place);
  return (
    <dialog
      ref={place}
      className={styles['dialog']}
      data-width={width}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['content']}>{children}</div>
      <div className={styles['actions']}>{actions}</div>
    </dialog>
  );
}
