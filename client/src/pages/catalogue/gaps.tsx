import { type NumberGap, numberGaps } from '@board/shared/upr/number-gaps';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewLine } from '../../files/import/preview.ts';
import { Button } from '../../ui/button.tsx';
import { isolated } from '../presenting/isolated.ts';
import styles from './reading.module.css';

export interface GapsProps {
  lines: readonly PreviewLine[];
  /** Their list is one of rows. */
  inRows: boolean;
  /** Gaps, by their names, of which somebody has said that they are right. */
  accepted: ReadonlySet<string>;
  onAccept: (names: readonly string[]) => void;
  /** Somebody wants to see this line. */
  onLook: (line: PreviewLine) => void;
}

type Gap = NumberGap<PreviewLine>;

/** Gaps that are shown without being asked for. */
const fewGaps = 6;
/** A list of which more than this share is missing is a selection, or is put together of several lists. */
const selection = 0.25;
/** Gaps that are drawn. */
const mostShown = 100;

/** Numbers that are missing now, gap by gap, with the lines beside it: somebody looks there, or says that the list is right so. */
export function Gaps({ lines, inRows, accepted, onAccept, onLook }: GapsProps) {
  const { t } = useTranslation('reading');
  const all = useMemo(() => numberGaps(lines), [lines]);
  const gaps = all.filter((gap) => !accepted.has(nameOf(gap)));
  if (gaps.length === 0) return null;
  const missing = gaps.reduce((sum, { count }) => sum + count, 0);
  const isOpen = gaps.length <= fewGaps && missing <= lines.length * selection;
  const accept = (some: readonly Gap[]) => onAccept(some.map(nameOf));
  return (
    <details className={styles['gaps']} open={isOpen}>
      <summary>
        <strong>{t('gap.title', { count: missing })}</strong>
      </summary>
      <p>{t('gap.advice')}</p>
      <ul>
        {gaps.slice(0, mostShown).map((gap) => (
          <li key={nameOf(gap)}>
            <GapWords gap={gap} inRows={inRows} />{' '}
            <Button
              kind="quiet"
              size="small"
              aria-label={t('gap.lookAt', { number: gap.before.number })}
              onPress={() => onLook(gap.after ?? gap.before)}
            >
              {t('gap.look')}
            </Button>{' '}
            <Button
              kind="plain"
              size="small"
              aria-label={t('gap.rightOf', { number: gap.before.number })}
              onPress={() => accept([gap])}
            >
              {t('gap.right')}
            </Button>
          </li>
        ))}
      </ul>
      {gaps.length > 1 && (
        <Button kind="plain" size="small" onPress={() => accept(gaps)}>
          {t('gap.allRight')}
        </Button>
      )}
    </details>
  );
}

function nameOf({ first, last }: Gap): string {
  return `${first} ${last}`;
}

function GapWords({ gap, inRows }: { gap: Gap; inRows: boolean }) {
  const { t } = useTranslation('reading');
  const { first, last, count, after, before } = gap;
  const placeOf = ({ number, line }: PreviewLine) =>
    `${isolated(number)} (${t(inRows ? 'rowAt' : 'lineAt', { row: line })})`;
  return (
    <>
      {count === 1
        ? t('gap.missingOne', { first: isolated(first) })
        : t('gap.missing', { count, first: isolated(first), last: isolated(last) })}{' '}
      {after
        ? t('gap.between', { after: placeOf(after), before: placeOf(before) })
        : t('gap.before', { before: placeOf(before) })}
    </>
  );
}
