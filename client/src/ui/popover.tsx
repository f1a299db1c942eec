import type { ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components/Popover';
import type { ButtonLook } from './button.tsx';
import styles from './popover.module.css';
import { TriggerButton } from './trigger-button.tsx';

export interface PopoverProps extends ButtonLook {
  /** The words on the button that opens it, and its name. */
  label: string;
  /** The content; `close` for a choice that ends it. */
  children: (close: () => void) => ReactNode;
}

/** A button with something more behind it, shown beside it. A press elsewhere or Escape closes it. */
export function Popover({ label, children, ...look }: PopoverProps) {
  return (
    <DialogTrigger>
      <TriggerButton {...look}>{label}</TriggerButton>
      <AriaPopover className={styles['popover'] ?? ''}>
        <Dialog className={styles['content'] ?? ''} aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
