import { startTransition, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTwice, type PreviewLine } from '../../files/import/preview.ts';
import type { Fate } from '../../files/merge/plan.ts';
import { Button } from '../../ui/button.tsx';
import styles from './catalogue.module.css';
import { PreviewEntry } from './preview-entry.tsx';
import { useStateNames } from './state-names.ts';

export interface PreviewLinesProps {
  title: string;
  lines: readonly PreviewLine[];
  /** What taking each of them in would do, by their keys. */
  fates: ReadonlyMap<number, Fate>;
  numbers: ReadonlyMap<string, number>;
  /** Numbers that lines may have been meant to have, by the lines' keys. */
  proposals: ReadonlyMap<number, string>;
  /** Their list is one of rows. */
  inRows: boolean;
  /** The key of a line that somebody wants to see; another object each time. */
  sought: { key: number } | null;
  onChange: (line: PreviewLine) => void;
}

/** Lines that are drawn without being asked for: more than nearly every review has. */
const atOnce = 300;
/** Lines that are drawn in one go, so that an old phone takes keys meanwhile. */
const inOneGo = 40;

/** One part of the preview: those to look at, or the others. */
export function PreviewLines({ title, lines, fates, numbers, proposals, inRows, sought, onChange }: PreviewLinesProps) {
  const { t } = useTranslation('catalogue');
  const [most, setMost] = useState(atOnce);
  const soughtAt = sought ? lines.findIndex(({ key }) => key === sought.key) : -1;
  const wanted = Math.max(most, soughtAt + 1);
  const drawn = useGrowing(Math.min(wanted, lines.length));
  const nameOf = useStateNames();
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <ol className={styles['list']}>
        {lines.slice(0, drawn).map((line) => (
          <PreviewEntry
            key={line.key}
            line={line}
            twice={isTwice(line, numbers)}
            proposed={proposals.get(line.key)}
            inRows={inRows}
            fate={fates.get(line.key) ?? null}
            sought={sought?.key === line.key ? sought : null}
            nameOf={nameOf}
            onChange={onChange}
          />
        ))}
      </ol>
      {lines.length > wanted && (
        <div>
          <Button onPress={() => setMost(wanted + atOnce)}>{t('showMore', { count: lines.length - wanted })}</Button>
        </div>
      )}
    </section>
  );
}

/** Grows towards a count, one go after the other, each when nothing more urgent is waiting. */
function useGrowing(wanted: number): number {
  const [count, setCount] = useState(inOneGo);
  useEffect(() => {
    if (count >= wanted) return;
    const next = setTimeout(() => startTransition(() => setCount(count + inOneGo)));
    return () => clearTimeout(next);
  }, [count, wanted]);
  return Math.min(count, wanted);
}
