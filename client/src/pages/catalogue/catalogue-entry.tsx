import type { Recommendation } from '@board/shared/model/catalogue';
import type { TFunction } from 'i18next';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isOtherLanguage, wordsIn } from '../../strategy/recommendation-search.ts';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { PositionTag } from '../../ui/tag.tsx';
import styles from './catalogue.module.css';
import { useLanguageName } from './merge/language-name.ts';

/** A group that has taken a recommendation. */
export interface Taker {
  name: string;
  place: number;
}

/** Words that every entry needs: asked for once, since there are hundreds of entries. */
interface EntryWords {
  t: TFunction<'catalogue'>;
  word: TFunction;
  mergeWord: TFunction<'merge'>;
  languageName: (code: string) => string;
  language: string;
}

interface Props {
  one: Recommendation;
  words: EntryWords;
  nameOf: (state: string) => string;
  /** The groups that have taken it: a list of `Taker` as JSON, which is the same while nothing changes. */
  takers: string;
  /** Null: this person may not. */
  onEdit: ((one: Recommendation) => void) | null;
}

/** The words of all entries; the same object until the language changes. */
export function useEntryWords(): EntryWords {
  const { t, i18n } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const { t: mergeWord } = useTranslation('merge');
  const languageName = useLanguageName();
  const { language } = i18n;
  return useMemo(() => ({ t, word, mergeWord, languageName, language }), [t, word, mergeWord, languageName, language]);
}

/** One recommendation of the catalogue: its words, what is to be known about it, the groups that have taken it. */
export const CatalogueEntry = memo(function CatalogueEntry({ one, words, nameOf, takers, onEdit }: Props) {
  const { mergeWord, word, languageName, language } = words;
  const shown = wordsIn(one.text, language);
  const hasChangedMind = one.was !== undefined && one.was !== 'pending';
  return (
    <li className={styles['entry']}>
      <span className={styles['number']}>{one.number}</span>
      <div>
        <p className={styles['text']} dir="auto">
          <span lang={shown.language}>{shown.words}</span>{' '}
          {one.states.length > 0 && <span className={styles['states']}>({one.states.map(nameOf).join(', ')})</span>}
        </p>
        <p className={styles['notes']}>
          {isOtherLanguage(shown, language) && (
            <span>{mergeWord('shownIn', { language: languageName(shown.language) })}</span>
          )}
          {hasChangedMind && <span>{mergeWord('edit.was', { was: word(`position.${one.was ?? 'pending'}`) })}</span>}
          {one.byHand && <span>{mergeWord('edit.byHand')}</span>}
        </p>
        <Takers takers={takers} label={words.t('takenBy')} />
      </div>
      <div className={styles['side']}>
        <PositionTag position={one.position} />
        {onEdit && (
          <Button
            kind="plain"
            size="small"
            aria-label={mergeWord('edit.changeOf', { number: one.number })}
            onPress={() => onEdit(one)}
          >
            {mergeWord('edit.change')}
          </Button>
        )}
      </div>
    </li>
  );
});

function Takers({ takers, label }: { takers: string; label: string }) {
  const groups = JSON.parse(takers) as Taker[];
  if (groups.length === 0) return null;
  return (
    <p className={styles['takenBy']}>
      <span>{label}</span>
      {groups.map(({ name, place }) => (
        <span key={place} className={styles['group']}>
          <GroupMark name={name} place={place} /> {name}
        </span>
      ))}
    </p>
  );
}
