import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './button.module.css';
import { Icon, type IconName } from './icons.tsx';

/** `primary`: the one thing to do next. `quiet`: everything else. `plain`: inside a line or a table. `danger`: what cannot easily be undone. */
type ButtonKind = 'primary' | 'quiet' | 'plain' | 'danger';
type ButtonSize = 'usual' | 'small' | 'large';

export interface ButtonLook {
  kind?: ButtonKind;
  size?: ButtonSize;
  icon?: IconName;
  /** Takes the whole width, as on a phone. */
  wide?: boolean;
}

export interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'children' | 'disabled' | 'onClick'>,
    ButtonLook {
  children: ReactNode;
  onPress?: () => unknown;
  isDisabled?: boolean;
  /** It stands where another one stood a moment ago (see use-settled.ts): it looks as always and takes no press yet. */
  settling?: boolean;
  /** What was asked is on its way: the button keeps its focus, takes no further press and says so. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/**
 * A button. The only one that pages use. The browser's own, so that the voting page stays within its budget; what opens a
 * menu or a popover needs React Aria's: see trigger-button.tsx.
 */
export function Button({
  kind = 'quiet',
  size = 'usual',
  icon,
  wide = false,
  busy = false,
  isDisabled = false,
  settling = false,
  type = 'button',
  onPress,
  children,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ kind, size, wide })}
      disabled={isDisabled}
      aria-disabled={busy || undefined}
      data-pending={busy || undefined}
      data-settling={settling || undefined}
      onClick={(event) => {
        if (busy || settling) event.preventDefault();
        else onPress?.();
      }}
    >
      <ButtonContent {...(icon ? { icon } : {})}>{busy ? t('words.working') : children}</ButtonContent>
    </button>
  );
}

/** Sign and words of a button. */
export function ButtonContent({ icon, children }: { icon?: IconName; children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
}

/** The look of a button, for what is a button to the eye and a link to the browser. */
export function buttonClass({ kind = 'quiet', size = 'usual', wide = false }: ButtonLook): string {
  return [styles['button'], styles[kind], styles[size], wide && styles['wide']].filter(Boolean).join(' ');
}
