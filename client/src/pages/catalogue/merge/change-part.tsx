import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import styles from './merge.module.css';

/** One change that can be left out. */
export interface ChangeItem {
  key: string;
  number: string;
  /** What the box is for, for those who hear it. */
  spoken: string;
  isChosen: boolean;
  /** What would change, as it is shown. */
  shown: ReactNode;
}

interface Props {
  title: string;
  items: readonly ChangeItem[];
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
  /** What is to be known about all of them. */
  hint?: string;
  /** Begins folded: a long list of which nobody has to look at each. */
  isFolded?: boolean;
  /** Each is decided by itself: there is no button for all. */
  isOneByOne?: boolean;
}

/** Items that are drawn at once: more than nearly every review has, and still quick on an old laptop. */
const atOnce = 300;

/** One kind of changes, each with a box, and all of them at once. Nothing where there is none. */
export function ChangePart({ title, hint, items, onChoose, isFolded = false, isOneByOne = false }: Props) {
  const { t } = useTranslation('merge');
  const format = useFormat();
  const id = useId();
  const [most, setMost] = useState(atOnce);
  if (items.length === 0) return null;
  const areAllOut = items.every((item) => !item.isChosen);
  const heading = `${title} (${format.number(items.length)})`;
  const all = !isOneByOne && items.length > 1 && (
    <Button
      kind="plain"
      size="small"
      aria-describedby={id}
      onPress={() =>
        onChoose(
          items.map(({ key }) => key),
          areAllOut,
        )
      }
    >
      {t(areAllOut ? 'allIn' : 'allOut')}
    </Button>
  );
  const list = (
    <>
      {hint && <p className={styles['doubt']}>{hint}</p>}
      <ol className={styles['list']}>
        {items.slice(0, most).map(({ key, number, spoken, isChosen, shown }) => (
          <li key={key} className={styles['item']} data-out={!isChosen || undefined}>
            <Checkbox isSelected={isChosen} onChange={(chosen) => onChoose([key], chosen)}>
              <bdi className={styles['number']} aria-hidden="true">
                {number || '–'}
              </bdi>
              <VisuallyHidden>{spoken}</VisuallyHidden>
            </Checkbox>
            <div className={styles['body']}>{shown}</div>
          </li>
        ))}
      </ol>
      {items.length > most && (
        <div>
          <Button onPress={() => setMost(most + atOnce)}>{t('showMore', { count: items.length - most })}</Button>
        </div>
      )}
    </>
  );
  if (isFolded)
    return (
      <details className={styles['part']}>
        <summary>
          <span id={id} className={styles['summaryTitle']}>
            {heading}
          </span>
        </summary>
        {all}
        {list}
      </details>
    );
  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <h3 id={id}>{heading}</h3>
        {all}
      </div>
      {list}
    </section>
  );
}
