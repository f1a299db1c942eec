import { wordDifference } from '@board/shared/model/word-difference';
import { useMemo } from 'react';
import styles from './word-difference.module.css';

export interface WordDifferenceProps {
  before: string;
  after: string;
  /** The language of the words, for line breaks and leading, where it is known. */
  lang?: string | undefined;
  /** Only one of the two wordings is shown, with what differs marked in it: for two that stand beside each other. */
  only?: 'before' | 'after' | undefined;
}

/** Two wordings as one text, word by word: what is gone is struck out, what is new is underlined. */
export function WordDifference({ before, after, lang, only }: WordDifferenceProps) {
  const runs = useMemo(() => placed(wordDifference(before, after)), [before, after]);
  return (
    <p className={styles['difference']} dir="auto" lang={lang}>
      {runs.map(({ kind, text, at }) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        if (kind === 'gone') return only !== 'after' && <del key={at}>{text}</del>;
        return only !== 'before' && <ins key={at}>{text}</ins>;
      })}
    </p>
  );
}

/** Each run with where it begins, which tells it apart. */
function placed(
  runs: ReturnType<typeof wordDifference>,
): { kind: 'same' | 'gone' | 'new'; text: string; at: number }[] {
  let at = 0;
  return runs.map((run) => {
    at += run.text.length;
    return { ...run, at };
  });
}
