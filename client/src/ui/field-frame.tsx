import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

export interface FieldWords {
  label: string;
  /** What to write, in one line below the label. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. Shown instead of nothing: an empty or missing one means that all is well. */
  error?: string | undefined;
  /** How many characters more fit in, where that is to be said. */
  left?: number | undefined;
  /** Says that the field may stay empty. */
  optional?: boolean;
  /** The label is only spoken: where the place says what the field is for. */
  labelHidden?: boolean;
}

/** What ties a control to its label, hint and error; spread it on the control. */
export interface FieldWiring {
  id: string;
  'aria-label': string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

/** Characters from which on it is said how many more fit in: the browser takes no more, in silence. */
const nearEnd = 30;
/** Shorter ones are for a number or a code. */
const shortest = 40;

/** What of a field's limit is left, once it comes near. */
export function leftNearEnd(value: string, most: number | undefined): number | undefined {
  if (most === undefined || most < shortest || value.length < most - nearEnd) return undefined;
  return Math.max(0, most - value.length);
}

/** Label, hint, control, error: the frame of every field that is written into. */
export function FieldFrame(props: FieldWords & { children: (wiring: FieldWiring) => ReactNode }) {
  const { label, hint, error, left, optional, labelHidden, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`, left !== undefined && `${id}-left`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles['field']}>
      {!labelHidden && (
        <label className={styles['label']} htmlFor={id}>
          {label} {optional && <span className={styles['optional']}>({t('words.optional')})</span>}
        </label>
      )}
      {hint && (
        <span id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </span>
      )}
      {children({
        id,
        'aria-label': labelHidden ? label : undefined,
        'aria-describedby': described || undefined,
        'aria-invalid': Boolean(error),
      })}
      {left !== undefined && (
        <span id={`${id}-left`} className={styles['hint']}>
          {left === 0 ? t('words.full') : t('words.left', { left })}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
