import { type ComponentType, lazy, Suspense } from 'react';
import { loadWords } from '../i18n.ts';
import { notedDocuments } from '../sync/device-notes.ts';
import { keptCommentKeys } from '../sync/kept-comments.ts';
import type { KeptWordsProps } from './kept-words.tsx';

/** Reading a copy needs the documents' code, which a phone that only votes does not load. */
const KeptWords = lazy(async (): Promise<{ default: ComponentType<KeptWordsProps> }> => {
  loadWords('strategy');
  try {
    return { default: (await import('./kept-words.tsx')).KeptWords };
  } catch {
    // The page says already that the server is away.
    return { default: () => null };
  }
});

/** The words of a workshop that are on this device only; nothing on a device that never had a document of it open and keeps no comment. */
export function KeptOnDevice(props: KeptWordsProps) {
  const { workshopId } = props;
  if (notedDocuments(workshopId).length + keptCommentKeys(workshopId).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <KeptWords {...props} />
    </Suspense>
  );
}
