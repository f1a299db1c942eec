import type { Recommendation } from '@board/shared/model/catalogue';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingChoices } from '../../files/import/choices.ts';
import { proposeNumbers } from '../../files/import/cures.ts';
import { byNumber, countNumbers, fateOf, isBlocked, isTwice, type PreviewLine } from '../../files/import/preview.ts';
import { guessLanguage } from '../../files/merge/guess-language.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './catalogue.module.css';
import { Findings } from './findings.tsx';
import { isInRows } from './places.ts';
import { PreviewLines } from './preview-lines.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { Recognised } from './recognised.tsx';
import { TableChoices } from './table-choices.tsx';
import { useArrival } from './use-arrival.ts';
import type { ReadListState } from './use-reading.ts';

export interface PreviewProps {
  catalogue: readonly Recommendation[];
  reading: ReadListState;
  /** Must stay the same function, or every line is drawn again at each key. */
  onChange: (line: PreviewLine) => void;
  /** Gives numbers to the lines without one. */
  onNumber: () => void;
  onReadAgain: (choices: ReadingChoices) => void;
  onBack: () => void;
  onTakeIn: (language: string) => void;
}

/** Languages that a list may be in: those of the United Nations and of the board. */
const textLanguages = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'];

/** What was found, what looks wrong (first), and what taking it in would do. */
export function Preview({ catalogue, reading, onChange, onNumber, onReadAgain, onBack, onTakeIn }: PreviewProps) {
  const { t, i18n } = useTranslation('catalogue');
  const { found, lines, lookFirst, choices, turn, again, problem } = reading;
  const heading = useArrival<HTMLHeadingElement>();
  const [language, setLanguage] = useState<string>(() => guessLanguage(lines.map(({ text }) => text)).language);
  const known = useMemo(() => byNumber(catalogue), [catalogue]);
  const numbers = useMemo(() => countNumbers(lines), [lines]);
  const proposals = useMemo(() => proposeNumbers(lines), [lines]);
  const blocked = lines.filter((line) => isBlocked(line, isTwice(line, numbers))).length;
  const unnumbered = lines.filter((line) => line.included && line.number === '').length;
  const included = lines.filter((line) => line.included);
  const fates = included.map((line) => fateOf(line, language, known.get(line.number)));
  const count = (fate: string) => fates.filter((one) => one === fate).length;
  const languageNames = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const shared = { known, numbers, proposals, inRows: isInRows(found), language, onChange };
  const first = lines.filter((line) => lookFirst.has(line.key));
  const rest = lines.filter((line) => !lookFirst.has(line.key));
  return (
    <section className={styles['take']} aria-busy={again !== null}>
      <h2 ref={heading} tabIndex={-1}>
        {t('found', { count: lines.length })}
      </h2>
      <p className={styles['counts']}>
        <Recognised found={found} />{' '}
        {t('fates', { fresh: count('new'), changed: count('changed'), same: count('same') })}
      </p>
      {found.table && <TableChoices table={found.table} choices={choices} onReadAgain={onReadAgain} />}
      {again?.progress && <ReadingProgress progress={again.progress} />}
      {problem && <Banner kind="error">{t(`problem.${problem}`)}</Banner>}
      <Findings found={found} />
      <div className={styles['selects']}>
        <Select
          label={t('language')}
          value={language}
          onChange={setLanguage}
          options={textLanguages.map((value) => ({ value, label: languageNames.of(value) ?? value }))}
        />
      </div>
      {unnumbered > 0 && (
        <Banner kind="warning" action={<Button onPress={onNumber}>{t('numberThem')}</Button>}>
          {t('unnumbered', { count: unnumbered })}
        </Banner>
      )}
      {first.length > 0 && (
        <PreviewLines key={`first ${turn}`} title={t('lookFirst', { count: first.length })} lines={first} {...shared} />
      )}
      {rest.length > 0 && (
        <PreviewLines
          key={`rest ${turn}`}
          title={first.length > 0 ? t('lookRest', { count: rest.length }) : t('lookNone')}
          lines={rest}
          {...shared}
        />
      )}
      {blocked > 0 && <Banner kind="warning">{t('blocked', { count: blocked })}</Banner>}
      <div className={styles['foot']}>
        <Button
          kind="primary"
          isDisabled={blocked > 0 || included.length === 0 || again !== null || problem !== null}
          onPress={() => onTakeIn(language)}
        >
          {t('takeInCount', { count: included.length })}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}
