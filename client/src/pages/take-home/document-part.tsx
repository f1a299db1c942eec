import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileOrder } from '../../files/export/orders.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Outcome } from './outcome.tsx';
import styles from './take-home.module.css';
import type { Making } from './use-making.ts';

/** A kind of file that a document can be: made here, or a page to print. */
export type Choice = { as: 'docx' | 'xlsx' | 'csv' | 'txt' | 'zip'; order: FileOrder } | { as: 'print'; href: string };

/** What is drawn of one document. */
export interface DocumentPartProps {
  title: string;
  text: string;
  choices: readonly Choice[];
  making: Making;
  make: (order: FileOrder) => void;
  /** What is chosen before. */
  children?: ReactNode;
}

/** One document: what it is, what is chosen about it, and the files that it can be. */
export function DocumentPart({ title, text, choices, making, make, children }: DocumentPartProps) {
  const { t } = useTranslation('takehome');
  const id = useId();
  const isLast = (order: FileOrder): boolean =>
    making.state !== 'none' && JSON.stringify(making.order) === JSON.stringify(order);
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={styles['soft']}>{text}</p>
      {children}
      {choices.length > 0 && (
        <div className={styles['choices']}>
          {choices.map((choice) =>
            choice.as === 'print' ? (
              <LinkButton key={choice.as} href={choice.href}>
                {t('format.print')}
              </LinkButton>
            ) : (
              <Button
                key={choice.as}
                busy={making.state === 'busy' && isLast(choice.order)}
                aria-label={t('formatOf', { format: t(`format.${choice.as}`), what: title })}
                onPress={() => make(choice.order)}
              >
                {t(`format.${choice.as}`)}
              </Button>
            ),
          )}
        </div>
      )}
      {choices.some((choice) => choice.as !== 'print' && isLast(choice.order)) && <Outcome making={making} />}
    </section>
  );
}
