import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, buttonClass } from './button.tsx';
import { Icon } from './icons.tsx';

export interface LinkButtonProps extends ButtonLook {
  href: string;
  children: ReactNode;
  /** Opens beside this page, as the projector's view does. */
  newWindow?: boolean;
}

/** Leads to another page and looks like a button. */
export function LinkButton({ href, children, newWindow = false, icon, ...look }: LinkButtonProps) {
  const target = newWindow ? { target: '_blank', rel: 'noopener' } : {};
  return (
    <Link href={href} className={buttonClass(look)} {...target}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  );
}
