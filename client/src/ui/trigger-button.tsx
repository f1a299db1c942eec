import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ButtonContent, type ButtonLook, buttonClass } from './button.tsx';

export interface TriggerButtonProps extends ButtonLook {
  children: ReactNode;
  'aria-label'?: string;
}

/** The button inside a component of React Aria, which tells it what it opens or clears. Looks like any other. */
export function TriggerButton({ kind, size, icon, wide, children, ...rest }: TriggerButtonProps) {
  const look = { ...(kind ? { kind } : {}), ...(size ? { size } : {}), ...(wide ? { wide } : {}) };
  return (
    <AriaButton {...rest} className={buttonClass(look)}>
      <ButtonContent {...(icon ? { icon } : {})}>{children}</ButtonContent>
    </AriaButton>
  );
}
