import { type CSSProperties, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { shownAmendment } from '../../charter/amendments.ts';
import { WordingDifference } from '../../charter/wording-difference.tsx';
import styles from './amendment-scene.module.css';
import { SceneFrame } from './scene-frame.tsx';

export interface AmendmentSceneProps {
  shown: NonNullable<ReturnType<typeof shownAmendment>>;
  onPages: (pages: number) => void;
}

/** Other words that the hall talks about: those that stand, and beside them those proposed, each with what differs marked in it. */
export function AmendmentScene({ shown, onPages }: AmendmentSceneProps) {
  const { t } = useTranslation('amendments');
  const { amendment, words, number } = shown;
  useEffect(() => onPages(1), [onPages]);
  const title =
    number === null
      ? t(amendment.place === 'preamble' ? 'screen.preamble' : 'screen.closing')
      : t('screen.item', { number });
  const [now, proposed] = around(words, amendment.text);
  const size = { '--size': sizeFor(Math.max(now.length, proposed.length)) } as CSSProperties;
  return (
    <SceneFrame title={title}>
      <div className={styles['columns']} style={size}>
        <section className={styles['words']} aria-label={t('screen.now')}>
          <p className={styles['soft']}>{t('screen.now')}</p>
          <WordingDifference before={now} after={proposed} only="before" />
        </section>
        <section className={styles['words']} aria-label={t('screen.proposed')}>
          <p className={styles['soft']}>{t('screen.proposed')}</p>
          <WordingDifference before={now} after={proposed} only="after" />
        </section>
      </div>
    </SceneFrame>
  );
}

/** Type sizes in hundredths of the screen's height, and how many signs of one wording fit beside the other at each. */
const sizes: readonly { signs: number; size: number }[] = [
  { signs: 220, size: 5.2 },
  { signs: 420, size: 4.2 },
  { signs: 700, size: 3.4 },
  { signs: 1_150, size: 2.7 },
];
const mostSigns = 1_150;

function sizeFor(signs: number): number {
  return (sizes.find((one) => signs <= one.signs) ?? sizes[sizes.length - 1])!.size;
}

/** Both wordings as far as they fit: of long ones the part around the first word that differs, in whole words. */
function around(before: string, after: string): [string, string] {
  if (Math.max(before.length, after.length) <= mostSigns) return [before, after];
  let differs = 0;
  while (differs < before.length && before[differs] === after[differs]) differs += 1;
  const start = before.lastIndexOf(' ', Math.max(0, differs - mostSigns / 3)) + 1;
  return [cut(before, start), cut(after, start)];
}

function cut(text: string, start: number): string {
  const part = text.slice(start, start + mostSigns - 4);
  const end = start + part.length < text.length ? `${part.slice(0, part.lastIndexOf(' '))} …` : part;
  return start > 0 ? `… ${end}` : end;
}
