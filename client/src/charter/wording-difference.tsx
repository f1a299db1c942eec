import { WordDifference, type WordDifferenceProps } from '../ui/word-difference.tsx';
import { languageOfScript } from '../vote/wording.tsx';

/** Two wordings of the charter as one text; their language is told by their script. */
export function WordingDifference(props: Omit<WordDifferenceProps, 'lang'>) {
  return <WordDifference {...props} lang={languageOfScript(props.after)} />;
}
