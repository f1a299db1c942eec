import type { Found } from '@board/shared/upr/found';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { countNumbers, fateOf, isBlocked, type PreviewLine, troublesOf } from '../../files/import/preview.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedChoice } from '../../ui/segmented-choice.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './catalogue.module.css';
import { Findings } from './findings.tsx';
import { PreviewEntry } from './preview-entry.tsx';
import { useStateNames } from './state-names.ts';

export interface PreviewProps {
  doc: Y.Doc;
  found: Found;
  lines: readonly PreviewLine[];
  onChange: (lines: PreviewLine[]) => void;
  onBack: () => void;
  onTakeIn: (language: string) => void;
}

/** Languages that a list may be in: those of the United Nations and of the board. */
const textLanguages = ['en', 'fr', 'es', 'ar', 'km', 'ru', 'zh'] as const;

/** What was found, what looks wrong, and what taking it in would do. */
export function Preview({ doc, found, lines, onChange, onBack, onTakeIn }: PreviewProps) {
  const { t, i18n } = useTranslation('catalogue');
  const { list } = useCatalogue(doc);
  const [language, setLanguage] = useState<string>('en');
  const [isAll, setAll] = useState<'look' | 'all'>('all');
  const nameOf = useStateNames();
  const numbers = useMemo(() => countNumbers(lines), [lines]);
  const troubled = lines.filter((line) => troublesOf(line, numbers).some((one) => one.weight !== 'note'));
  const blocked = lines.filter((line) => isBlocked(line, numbers)).length;
  const included = lines.filter((line) => line.included);
  const fates = included.map((line) => fateOf(line, language, list));
  const count = (fate: string) => fates.filter((one) => one === fate).length;
  const languageNames = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const change = (next: PreviewLine) => onChange(lines.map((line) => (line.key === next.key ? next : line)));
  return (
    <section className={styles['take']}>
      <h2>{t('found', { count: lines.length })}</h2>
      <p className={styles['counts']}>
        {t(`format.${found.format}`)}{' '}
        {t('fates', { fresh: count('new'), changed: count('changed'), same: count('same') })}
      </p>
      <Findings found={found} />
      <div className={styles['tools']}>
        <SegmentedChoice
          label={t('show')}
          labelHidden
          value={isAll}
          onChange={setAll}
          options={[
            { value: 'all', label: t('showAll', { count: lines.length }) },
            { value: 'look', label: t('showLook', { count: troubled.length }) },
          ]}
        />
        <Select
          label={t('language')}
          value={language}
          onChange={setLanguage}
          options={textLanguages.map((value) => ({ value: value as string, label: languageNames.of(value) ?? value }))}
        />
      </div>
      <ol className={styles['list']}>
        {(isAll === 'all' ? lines : troubled).map((line) => (
          <PreviewEntry
            key={line.key}
            line={line}
            troubles={troublesOf(line, numbers)}
            isBlocked={isBlocked(line, numbers)}
            fate={line.included ? fateOf(line, language, list) : null}
            nameOf={nameOf}
            onChange={change}
          />
        ))}
      </ol>
      {blocked > 0 && <Banner kind="warning">{t('blocked', { count: blocked })}</Banner>}
      <div className={styles['foot']}>
        <Button kind="primary" isDisabled={blocked > 0 || included.length === 0} onPress={() => onTakeIn(language)}>
          {t('takeInCount', { count: included.length })}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}
