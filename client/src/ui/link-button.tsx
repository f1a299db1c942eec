import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, buttonClass } from './button.tsx';
import { Icon } from './icons.tsx';

export interface LinkButtonProps extends ButtonLook {
  href: string;
  children: ReactNode;
  /** Opens beside this page, as the projector's view does. */
  newWindow?: boolean;
  /** Also done when the link is followed. */
  onPress?: () => void;
}

/** Leads to another page and looks like a button. */
export function LinkButton({ href, children, newWindow = false, icon, onPress, ...look }: LinkButtonProps) {
  const target = newWindow ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <Link href={href} className={buttonClass(look)} {...target} {...(onPress ? { onClick: onPress } : {})}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
