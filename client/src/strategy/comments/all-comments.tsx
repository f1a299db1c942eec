import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { type Notes, useNotes } from './notes.ts';

/** Opens all comments of the group, and says how many are open. Not there while nothing can be or was said. */
export function AllComments({ hasRows }: { hasRows: boolean }) {
  const notes = useNotes();
  return notes && <Opener notes={notes} hasRows={hasRows} />;
}

function Opener({ notes, hasRows }: { notes: Notes; hasRows: boolean }) {
  const { t } = useTranslation('comments');
  const { mayRead, threads, openByRow } = useSyncExternalStore(notes.subscribe, notes.getSnapshot);
  if (!mayRead || (!hasRows && threads === 0)) return null;
  const open = [...openByRow.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Button size="small" kind="plain" icon="comment" onPress={() => notes.openComments({ row: null, cell: null })}>
      {open === 0 ? t('panel.all') : t('panel.allOpen', { count: open })}
    </Button>
  );
}
