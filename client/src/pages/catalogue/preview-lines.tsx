import type { Recommendation } from '@board/shared/model/catalogue';
import { fateOf, isBlocked, type PreviewLine, troublesOf } from '../../files/import/preview.ts';
import styles from './catalogue.module.css';
import { PreviewEntry } from './preview-entry.tsx';
import { useStateNames } from './state-names.ts';

export interface PreviewLinesProps {
  title: string;
  lines: readonly PreviewLine[];
  known: ReadonlyMap<string, Recommendation>;
  numbers: ReadonlyMap<string, number>;
  language: string;
  onChange: (line: PreviewLine) => void;
}

/** One part of the preview: those to look at, or the others. */
export function PreviewLines({ title, lines, known, numbers, language, onChange }: PreviewLinesProps) {
  const nameOf = useStateNames();
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <ol className={styles['list']}>
        {lines.map((line) => (
          <PreviewEntry
            key={line.key}
            line={line}
            troubles={troublesOf(line, numbers)}
            isBlocked={isBlocked(line, numbers)}
            fate={line.included ? fateOf(line, language, known.get(line.number)) : null}
            nameOf={nameOf}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  );
}
