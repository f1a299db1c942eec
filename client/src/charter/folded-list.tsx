import { type ReactNode, useState } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './amendments.module.css';

export interface FoldedListProps {
  /** The words on the fold, and what they are about where the place shows it to the eye only. */
  summary: string;
  about: string;
  /** Drawn when it is opened: a long list of differences costs a phone a while. */
  children: () => ReactNode;
}

/** Amendments that are not in sight until somebody wants to read them. */
export function FoldedList({ summary, about, children }: FoldedListProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['others']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {summary} <VisuallyHidden>{about}</VisuallyHidden>
      </summary>
      {isOpen && children()}
    </details>
  );
}
