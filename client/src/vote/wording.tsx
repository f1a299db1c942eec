import styles from './wording.module.css';

/** The language that a text's script tells, for line breaks and leading; undefined where the script tells none. */
export function languageOfScript(text: string): 'km' | 'ar' | undefined {
  if (/\p{Script=Khmer}/u.test(text)) return 'km';
  return /\p{Script=Arabic}/u.test(text) ? 'ar' : undefined;
}

/** Words of the charter as they are voted on and printed: plain paragraphs in serif, each in its own direction. */
export function Wording({ text }: { text: string }) {
  return (
    <div className={styles['wording']}>
      {paragraphsOf(text).map(({ at, words }) => (
        <p key={at} className={styles['paragraph']} dir="auto" lang={languageOfScript(words)}>
          {words}
        </p>
      ))}
    </div>
  );
}

/** The lines that hold words, each with the place where it begins. */
function paragraphsOf(text: string): { at: number; words: string }[] {
  return [...text.matchAll(/[^\n]+/g)].map((found) => ({ at: found.index, words: found[0] }));
}
