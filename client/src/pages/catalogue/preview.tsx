import type { Recommendation } from '@board/shared/model/catalogue';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { incomingOf } from '../../files/merge/incoming.ts';
import { type Fate, type MergePlan, planMerge } from '../../files/merge/plan.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './catalogue.module.css';
import { Findings } from './findings.tsx';
import { Gaps } from './gaps.tsx';
import { ListChoices } from './list-choices.tsx';
import type { ReadListState } from './list-state.ts';
import { LanguageChoice } from './merge/language-choice.tsx';
import { OtherWords } from './merge/other-words.tsx';
import { TwoTexts } from './merge/two-texts.tsx';
import { isInRows } from './places.ts';
import { PreviewParts } from './preview-parts.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import { Recognised } from './recognised.tsx';
import { useArrival } from './use-arrival.ts';
import type { ReadingControls } from './use-reading.ts';
import { WaitingMends } from './waiting-mends.tsx';

export interface PreviewProps {
  catalogue: readonly Recommendation[];
  reading: ReadListState;
  controls: ReadingControls;
  /** The one that the list's own texts are in. */
  language: string;
  /** A button for what was not recognised as the State's reply, with what came of it. */
  replyChoice: ReactNode;
  onTakeIn: () => void;
}

/** What was found, what looks wrong (first), and what taking it in would do. Where the choices made last find nothing: that, and the way back. */
export function Preview(props: PreviewProps) {
  const { catalogue, reading, controls, language } = props;
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  const { found, lines, choices, readWith, again, problem, source } = reading;
  const heading = useArrival<HTMLHeadingElement>();
  const plan = useMemo(
    () => planMerge(catalogue, incomingOf(lines, found, language)),
    [catalogue, lines, found, language],
  );
  const takeBack = () => {
    controls.takeBack();
    // The button that was pressed goes.
    heading.current?.focus({ preventScroll: true });
  };
  const asItWas = <Button onPress={takeBack}>{word('asItWas')}</Button>;
  return (
    <section className={styles['take']} aria-busy={again !== null}>
      <h2 ref={heading} tabIndex={-1}>
        {t('found', { count: problem === null ? lines.length : 0 })}
      </h2>
      {problem === null && (
        <p className={styles['counts']}>
          <Recognised found={found} /> <FateCounts fates={plan.fates} />
        </p>
      )}
      {problem === null && props.replyChoice}
      <ListChoices {...{ found, lines, choices, readWith }} onReadAgain={(next) => controls.read(source, next)} />
      {again && (
        <div className={styles['tools']}>
          <ReadingProgress progress={again.progress} />
          {asItWas}
        </div>
      )}
      {problem !== null && (
        <Banner kind="error" title={t(`problem.${problem}`)} action={asItWas}>
          {word('kept')}
        </Banner>
      )}
      {problem === null ? (
        <PreviewOfList {...props} {...{ plan, takeBack }} />
      ) : (
        <div className={styles['foot']}>
          <Button onPress={controls.leave}>{t('back')}</Button>
        </div>
      )}
    </section>
  );
}

interface PreviewOfListProps extends PreviewProps {
  plan: MergePlan;
  takeBack: () => void;
}

/** The list itself, with what is to be decided about it as a whole, and the way into the catalogue. */
function PreviewOfList(props: PreviewOfListProps) {
  const { catalogue, reading, controls, language, plan, takeBack, onTakeIn } = props;
  const { t } = useTranslation('catalogue');
  const { found, lines, waiting, turn, before, acceptedGaps } = reading;
  const inRows = isInRows(found);
  const [sought, setSought] = useState<{ key: number; turn: number } | null>(null);
  const fates = [...plan.fates.values()];
  const unnumbered = lines.filter((line) => line.included && line.number === '').length;
  return (
    <>
      <WaitingMends mends={waiting} inRows={inRows} onDecide={controls.decide} onAsItWas={before && takeBack} />
      <Findings found={found} />
      <Gaps
        accepted={acceptedGaps}
        onAccept={controls.acceptGaps}
        {...{ lines, inRows }}
        onLook={({ key }) => setSought({ key, turn })}
      />
      <div className={styles['selects']}>
        <LanguageChoice label={t('language')} value={language} onChange={controls.chooseLanguage} />
      </div>
      <TwoTexts lines={lines} language={language} />
      <OtherWords plan={plan} />
      {unnumbered > 0 && (
        <Banner kind="warning" action={<Button onPress={() => controls.number(catalogue)}>{t('numberThem')}</Button>}>
          {t('unnumbered', { count: unnumbered })} {catalogue.length > 0 && t('unnumberedKnown')}
        </Banner>
      )}
      <PreviewParts
        {...{ reading, inRows }}
        fates={plan.fates}
        isDoubtful={plan.otherList !== null || fates.some((fate) => fate === 'other' || fate === 'alike')}
        sought={sought?.turn === turn ? sought : null}
        onChange={controls.change}
        onTakeIn={onTakeIn}
        onBack={controls.leave}
      />
    </>
  );
}

function FateCounts({ fates }: { fates: ReadonlyMap<number, Fate> }) {
  const { t } = useTranslation('catalogue');
  const all = [...fates.values()];
  const count = (fate: Fate) => all.filter((one) => one === fate).length;
  return t('fates', { fresh: count('new'), changed: count('changed'), same: count('same') });
}
