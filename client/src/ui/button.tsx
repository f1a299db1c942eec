import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import styles from './button.module.css';
import { Icon, type IconName } from './icons.tsx';

/** `primary`: the one thing to do next. `quiet`: everything else. `plain`: inside a line or a table. `danger`: what cannot easily be undone. */
export type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger';
export type ButtonSize = 'usual' | 'small' | 'large';

export interface ButtonLook {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** Takes the whole width, as on a phone. */
  wide?: boolean;
}

export interface ButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'>,
    ButtonLook {
  children: ReactNode;
  /** What was asked is on its way: the button keeps its focus, takes no further press and says so. */
  busy?: boolean;
}

/** A button. The only one that pages use. */
export function Button({
  kind = 'quiet',
  size = 'usual',
  icon,
  wide = false,
  busy = false,
  children,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation();
  return (
    <AriaButton {...rest} className={buttonClass({ kind, size, wide })} isPending={busy}>
      {icon && <Icon name={icon} />}
      <span>{busy ? t('words.working') : children}</span>
    </AriaButton>
  );
}

/** The look of a button, for what is a button to the eye and a link to the browser. */
export function buttonClass({ kind = 'quiet', size = 'usual', wide = false }: ButtonLook): string {
  return [styles['button'], styles[kind], styles[size], wide && styles['wide']].filter(Boolean).join(' ');
}
