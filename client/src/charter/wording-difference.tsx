import { languageOfScript } from '../vote/wording.tsx';
import styles from './charter.module.css';
import { wordingChange } from './standing.ts';

/** Two wordings as one text: what is gone is struck out, what is new is underlined. */
export function WordingDifference({ before, after }: { before: string; after: string }) {
  const change = wordingChange(before, after);
  return (
    <p className={styles['difference']} dir="auto" lang={languageOfScript(after)}>
      {change.start}
      {change.before !== '' && <del>{change.before}</del>}
      {change.after !== '' && <ins>{change.after}</ins>}
      {change.end}
    </p>
  );
}
