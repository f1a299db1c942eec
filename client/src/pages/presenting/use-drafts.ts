import type { PresentationId } from '@board/shared/ids';
import { useState } from 'react';

/** Words that somebody has begun and not sent. In memory only. */
export interface UnsentWords {
  presentation: PresentationId;
  /** The group that they were meant for. */
  group: string;
  text: string;
}

/**
 * Keeps what was begun when the next group presents meanwhile: it is neither lost nor sent to another group. `open` is the
 * presentation whose form is shown, if any.
 */
export function useDrafts(open: PresentationId | null): {
  begun: string;
  unsent: readonly UnsentWords[];
  keep: (words: UnsentWords) => void;
} {
  const [drafts, setDrafts] = useState<readonly UnsentWords[]>([]);
  return {
    begun: drafts.find(({ presentation }) => presentation === open)?.text ?? '',
    unsent: drafts.filter(({ presentation }) => presentation !== open),
    keep: (words) =>
      setDrafts((before) => {
        const others = before.filter(({ presentation }) => presentation !== words.presentation);
        return words.text.trim() === '' ? others : [...others, words];
      }),
  };
}
