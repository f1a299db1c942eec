import type { StrategyRow } from '@board/shared/model/strategy';
import { setSdgTarget } from '@board/shared/model/strategy-edits';
import { compareSdgCodes, goalOf } from '@board/shared/upr/sdg';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { wordsIn } from '../recommendation-search.ts';
import { useTable } from '../table-context.ts';
import { useNarrow } from '../use-narrow.ts';
import { PickList, type PickOption } from './pick-list.tsx';
import styles from './pickers.module.css';
import { searchSdg } from './sdg-search.ts';
import { useSdgTitle, useSdgWords } from './sdg-words.ts';

const allGoals = Array.from({ length: 17 }, (_, index) => String(index + 1));

/** Chooses goals and targets by code or words; while nothing is typed it shows what the recommendation's words suggest, then the goals. */
export function SdgDialog({ row, onClose }: { row: StrategyRow; onClose: () => void }) {
  const { t } = useTranslation('pickers');
  const { t: word, i18n } = useTranslation('strategy');
  const { doc, origin, catalogue } = useTable();
  const isNarrow = useNarrow();
  const words = useSdgWords(i18n.language);
  const english = useSdgWords('en');
  const [typed, setTyped] = useState('');
  const chosen = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
  const text = wordsIn(recommendation?.text ?? {}, i18n.language);
  const suggestions = useSdgWords(text.language)?.suggest(text.words) ?? [];
  const reasons = new Map(suggestions.map(({ code, because }) => [code, because]));
  const found = searchSdg(typed, words, english);
  const codes = typed.trim() === '' ? [...new Set([...reasons.keys(), ...allGoals])] : found;
  const pick = (code: string): void => {
    const isChosen = chosen.includes(code);
    setSdgTarget(doc, row.id, code, !isChosen, origin);
    announce(t(isChosen ? 'sdg.removed' : 'sdg.added', { code }));
    setTyped('');
  };
  const options = codes.map((code) => optionOf(code, chosen.includes(code), reasons.get(code)));
  return (
    <Dialog
      title={t('sdg.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {word('editor.done')}
        </Button>
      }
    >
      <PickList
        label={t('sdg.search')}
        hint={t(isNarrow ? 'sdg.hintTouch' : 'sdg.hint')}
        listLabel={t('sdg.list')}
        typed={typed}
        onType={setTyped}
        options={options}
        onPick={pick}
      />
      <p role="status" className={styles['count']}>
        {typed.trim() !== '' && (found.length === 0 ? t('sdg.nothing') : t('sdg.found', { count: found.length }))}
      </p>
      <Chosen codes={chosen} onRemove={pick} />
    </Dialog>
  );
}

function optionOf(code: string, isChosen: boolean, because: string | undefined): PickOption {
  return { key: code, isChosen, content: <SdgOption {...{ code, isChosen, because }} /> };
}

function SdgOption({ code, isChosen, because }: { code: string; isChosen: boolean; because: string | undefined }) {
  const { t, i18n } = useTranslation('pickers');
  const { t: word } = useTranslation('strategy');
  const { words, language } = useSdgTitle(word, i18n.language)(code);
  return (
    <>
      <bdi className={styles['code']}>{code}</bdi>
      <span>
        <span lang={language} dir="auto">
          {words}
        </span>{' '}
        {because && <span className={styles['because']}>{t('sdg.because', { words: because })}</span>}
      </span>
      <span className={styles['tick']}>{isChosen && <Icon name="check" />}</span>
    </>
  );
}

function Chosen({ codes, onRemove }: { codes: readonly string[]; onRemove: (code: string) => void }) {
  const { t } = useTranslation('pickers');
  if (codes.length === 0) return <p className={styles['soft']}>{t('sdg.none')}</p>;
  return (
    <ul className={styles['chosen']} aria-label={t('sdg.chosen')}>
      {codes.map((code) => (
        <li key={code}>
          <Button size="small" icon="remove" aria-label={t('sdg.remove', { code })} onPress={() => onRemove(code)}>
            {code}
          </Button>
        </li>
      ))}
    </ul>
  );
}
