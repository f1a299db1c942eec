import { wordDifference } from '@board/shared/model/word-difference';
import { useMemo } from 'react';
import { languageOfScript } from '../vote/wording.tsx';
import styles from './charter.module.css';

export interface WordingDifferenceProps {
  before: string;
  after: string;
  /** Only one of the two wordings is shown, with what differs marked in it: for two that stand beside each other. */
  only?: 'before' | 'after';
}

/** Two wordings as one text, word by word: what is gone is struck out, what is new is underlined. */
export function WordingDifference({ before, after, only }: WordingDifferenceProps) {
  const runs = useMemo(() => placed(wordDifference(before, after)), [before, after]);
  return (
    <p className={styles['difference']} dir="auto" lang={languageOfScript(after)}>
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
