import { limits } from '@board/shared/protocol/limits';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { usePresenceIn } from '../presence.ts';
import { useTable } from '../table-context.ts';
import { countWords } from './lines.ts';
import styles from './paste.module.css';
import type { PasteEffects } from './paste-effects.ts';
import type { LeftOutWords } from './paste-left-out.ts';

/** Texts that were not understood are named, as far as they can be taken in at a glance. */
const mostNamed = 6;
const mostSigns = 60;

interface Props {
  effects: PasteEffects;
  leftOut: number;
  /** Words outside of the table that was read. */
  wordsBeside: number;
  /** Words that what was copied does not show. */
  hiddenWords: number;
  /** Words of what was read that go nowhere. */
  left: LeftOutWords | null;
  /** Others have made it another change than the one that was shown before. */
  hasChanged: boolean;
  isByName: boolean;
  /** There is so much of it that it was not even read. */
  isUnread: boolean;
}

/** What a paste would do that is not seen in its preview: words it takes the place of, people it meets, what it does not understand. */
export function PasteNotes({
  effects,
  leftOut,
  wordsBeside,
  hiddenWords,
  left,
  hasChanged,
  isByName,
  isUnread,
}: Props) {
  const { t } = useTranslation('strategy');
  const format = useFormat();
  const { awareness, catalogue } = useTable();
  const cells = usePresenceIn(awareness, '');
  const people = new Set(effects.overwritten.flatMap((key) => (cells.get(key) ?? []).map(({ name }) => name)));
  const numbers = effects.changed.flatMap(({ recommendation }) =>
    recommendation === null ? [] : (catalogue?.byId.get(recommendation)?.number ?? []),
  );
  const tooMuch = isUnread ? 'paste' : effects.tooMuch;
  if (tooMuch)
    return (
      <p role="alert" className={styles['problem']}>
        {tooMuch === 'cell'
          ? t('clipboard.tooMuchInCell', { most: limits.cellText })
          : t('clipboard.tooMuch', { most: limits.pasteText })}
      </p>
    );
  const notes = [
    hasChanged && t('clipboard.lookAgain'),
    effects.overwritten.length > 0 && t('clipboard.overwritten', { count: effects.overwritten.length }),
    people.size > 0 && t('clipboard.people', { names: format.list([...people]) }),
    isByName && numbers.length > 0 && t('clipboard.changed', { numbers: named(numbers) }),
    effects.unreadTimes.length > 0 && t('clipboard.unreadTimes', { words: named(effects.unreadTimes) }),
    effects.unknownTargets.length > 0 && t('clipboard.unknownTargets', { words: named(effects.unknownTargets) }),
    left !== null &&
      left.unsaid.length > 0 &&
      t('clipboard.unsaid', {
        count: left.unsaid.length,
        words: named(left.unsaid.map(({ words, number }) => (number === '' ? `“${words}”` : `${number}: “${words}”`))),
      }),
    left !== null &&
      left.columns.length > 0 &&
      t('clipboard.inNoColumn', {
        count: countWords(left.columns.join(' ')),
        words: named([...new Set(left.columns)]),
      }),
    hiddenWords > 0 && t('clipboard.hidden', { count: hiddenWords }),
    leftOut > 0 && t('clipboard.leftOut', { count: leftOut }),
    wordsBeside > 0 && t('clipboard.beside', { count: wordsBeside }),
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <ul className={styles['notes']}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function named(texts: readonly string[]): string {
  const some = texts
    .slice(0, mostNamed)
    .map((text) => (text.length > mostSigns ? `${text.slice(0, mostSigns)}…` : text));
  return [...some, ...(texts.length > mostNamed ? ['…'] : [])].join('; ');
}
