import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeNumbers } from '../../files/import/cures.ts';
import { countNumbers, isBlocked, isTwice, type PreviewLine } from '../../files/import/preview.ts';
import type { Fate } from '../../files/merge/plan.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './catalogue.module.css';
import type { ReadListState } from './list-state.ts';
import { PreviewLines } from './preview-lines.tsx';

export interface PreviewPartsProps {
  reading: ReadListState;
  /** What taking each line in would do, by its key. */
  fates: ReadonlyMap<number, Fate>;
  /** Something about the list as a whole looks wrong. */
  isDoubtful: boolean;
  /** Their list is one of rows. */
  inRows: boolean;
  /** The key of a line that somebody wants to see; another object each time. */
  sought: { key: number } | null;
  /** Must stay the same function, or every line is drawn again at each key. */
  onChange: (line: PreviewLine) => void;
  onTakeIn: () => void;
  onBack: () => void;
}

/** The lines to look at and the others, and what can be done with them. */
export function PreviewParts(props: PreviewPartsProps) {
  const { reading, fates, isDoubtful, inRows, sought, onChange, onTakeIn, onBack } = props;
  const { t } = useTranslation('catalogue');
  const { lines, lookFirst, turn, again } = reading;
  const numbers = useMemo(() => countNumbers(lines), [lines]);
  const proposals = useMemo(() => proposeNumbers(lines), [lines]);
  const blocked = lines.filter((line) => isBlocked(line, isTwice(line, numbers))).length;
  const included = lines.filter((line) => line.included).length;
  const shared = { fates, numbers, proposals, inRows, sought, onChange };
  const first = lines.filter((line) => lookFirst.has(line.key));
  const rest = lines.filter((line) => !lookFirst.has(line.key));
  return (
    <>
      {first.length > 0 && (
        <PreviewLines key={`first ${turn}`} title={t('lookFirst', { count: first.length })} lines={first} {...shared} />
      )}
      {rest.length > 0 && (
        <PreviewLines
          key={`rest ${turn}`}
          title={
            first.length > 0
              ? t('lookRest', { count: rest.length })
              : isDoubtful
                ? t('lookOnly', { count: rest.length })
                : t('lookNone')
          }
          lines={rest}
          {...shared}
        />
      )}
      {blocked > 0 && <Banner kind="warning">{t('blocked', { count: blocked })}</Banner>}
      <div className={styles['foot']}>
        <Button kind="primary" isDisabled={blocked > 0 || included === 0 || again !== null} onPress={onTakeIn}>
          {t('takeInCount', { count: included })}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </>
  );
}
