import type { Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueOrder } from '@board/shared/model/catalogue-changes';
import { limits } from '@board/shared/protocol/limits';
import type { Found } from '@board/shared/upr/found';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { guessLanguage } from '../../../files/guess-language.ts';
import type { PreviewLine } from '../../../files/import/preview.ts';
import { incomingOf } from '../../../files/merge/incoming.ts';
import { hindranceOf, orderOf, sizeOf } from '../../../files/merge/order.ts';
import { type Choices, type MergePlan, planMerge } from '../../../files/merge/plan.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import catalogueStyles from '../catalogue.module.css';
import { useArrival } from '../use-arrival.ts';
import { AlikePart } from './alike-part.tsx';
import { ChangePart } from './change-part.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { useLanguageName } from './language-name.ts';
import styles from './merge.module.css';
import { useMergeParts } from './merge-parts.tsx';
import { OtherWords } from './other-words.tsx';
import { PlainPart } from './plain-part.tsx';
import { TwoTexts } from './two-texts.tsx';

export interface MergePreviewProps {
  catalogue: readonly Recommendation[];
  lines: readonly PreviewLine[];
  found: Found;
  /** The one that the list's own texts are in. */
  language: string;
  onLanguage: (language: string) => void;
  /** Which changes somebody has chosen or left out. */
  choices: Choices;
  onChoose: (keys: readonly string[], isChosen: boolean) => void;
  onBack: () => void;
  onCarryOut: (contents: Pick<CatalogueOrder, 'added' | 'changes'>) => void;
}

/** What taking in a list would change in a catalogue that is there already. Follows the catalogue: two may take in at the same time. */
export function MergePreview(props: MergePreviewProps) {
  const { catalogue, lines, found, language, onLanguage, choices, onChoose, onBack, onCarryOut } = props;
  const { t } = useTranslation('merge');
  const heading = useArrival<HTMLHeadingElement>();
  const list = useMemo(() => incomingOf(lines, found, language), [lines, found, language]);
  const plan = useMemo(() => planMerge(catalogue, list), [catalogue, list]);
  const contents = useMemo(() => orderOf(plan, choices), [plan, choices]);
  const hindrance = useMemo(() => hindranceOf(contents, catalogue.length), [contents, catalogue]);
  const parts = useMergeParts(plan, choices, catalogue);
  const size = sizeOf(contents);
  return (
    <section className={catalogueStyles['take']}>
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <p>{t('intro')}</p>
      <Counts plan={plan} />
      <OtherLanguage lines={lines} language={language} onChange={onLanguage} />
      <div className={catalogueStyles['selects']}>
        <LanguageChoice label={t('language')} value={language} onChange={onLanguage} />
      </div>
      <TwoTexts lines={lines} language={language} />
      <OtherWords plan={plan} />
      {plan.added.length + plan.alike.length + plan.changed.length === 0 && <Banner>{t('nothing')}</Banner>}
      <AlikePart {...{ alike: plan.alike, choices, onChoose }} />
      {parts.map(({ key, ...part }) => (
        <ChangePart key={key} {...part} onChoose={onChoose} />
      ))}
      <PlainPart title={t('part.twice')} list={plan.twice} />
      <PlainPart title={t('part.same')} list={plan.same} />
      <PlainPart title={t('part.missing')} list={plan.missing} />
      {hindrance && <Banner kind="warning">{t(`hindrance.${hindrance}`, { most: limits.recommendations })}</Banner>}
      <div className={catalogueStyles['foot']}>
        <Button kind="primary" isDisabled={size === 0 || hindrance !== null} onPress={() => onCarryOut(contents)}>
          {size === 0
            ? t('nothingChosen')
            : t('carryOut', { added: contents.added.length, changed: size - contents.added.length })}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </section>
  );
}

function Counts({ plan }: { plan: MergePlan }) {
  const { t } = useTranslation('merge');
  return (
    <ul className={styles['counts']}>
      {(['added', 'changed', 'same', 'missing'] as const).map(
        (kind) => plan[kind].length > 0 && <li key={kind}>{t(`counts.${kind}`, { count: plan[kind].length })}</li>,
      )}
    </ul>
  );
}

interface OtherLanguageProps {
  lines: readonly PreviewLine[];
  language: string;
  onChange: (language: string) => void;
}

/** Says so when the texts are plainly in another language than the one that is chosen: they would overwrite that language's. */
function OtherLanguage({ lines, language, onChange }: OtherLanguageProps) {
  const { t } = useTranslation('merge');
  const nameOf = useLanguageName();
  const guess = useMemo(() => guessLanguage(lines.map(({ text }) => text)), [lines]);
  if (!guess.isSure || guess.language === language) return null;
  const names = { guess: nameOf(guess.language), chosen: nameOf(language) };
  return (
    <Banner kind="warning" action={<Button onPress={() => onChange(guess.language)}>{t('useLanguage', names)}</Button>}>
      {t('otherLanguage', names)}
    </Banner>
  );
}
