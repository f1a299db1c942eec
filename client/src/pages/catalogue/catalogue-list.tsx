import type { LiveView } from '@board/shared/live-view';
import type { Recommendation } from '@board/shared/model/catalogue';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { findTwins } from '../../files/merge/twins.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './catalogue.module.css';
import { CatalogueEntry, type Taker, useEntryWords } from './catalogue-entry.tsx';
import { EditDialog } from './merge/edit-dialog.tsx';
import { TwinsPanel } from './merge/twins-panel.tsx';
import { matches } from './search.ts';
import { useStateNames } from './state-names.ts';
import type { CatalogueContents } from './take-in.tsx';

export interface CatalogueListProps {
  doc: Y.Doc;
  view: LiveView;
  mayWrite: boolean;
  onTakeIn: () => void;
  onCarryOut: (contents: CatalogueContents) => void;
}

/** The catalogue as a list that can be searched; each recommendation with the groups that have taken it. */
export function CatalogueList({ doc, view, mayWrite, onTakeIn, onCarryOut }: CatalogueListProps) {
  const { t } = useTranslation('catalogue');
  const words = useEntryWords();
  const { list } = useCatalogue(doc);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const nameOf = useStateNames();
  const shown = list.filter((one) => matches(one, wanted, nameOf));
  const [edited, setEdited] = useState<Recommendation | null>(null);
  const twins = useMemo(
    () => (mayWrite ? findTwins(list, (id) => view.taken[id]?.length ?? 0) : []),
    [mayWrite, list, view.taken],
  );
  const button = (
    <Button kind="primary" icon="add" onPress={onTakeIn}>
      {t('takeIn')}
    </Button>
  );
  if (list.length === 0) {
    return (
      <EmptyState title={t('empty.title')} action={mayWrite && button}>
        {mayWrite ? t('empty.facilitator') : t('empty.others')}
      </EmptyState>
    );
  }
  const takenCount = list.filter((one) => view.taken[one.id]?.length).length;
  return (
    <>
      <TwinsPanel {...{ twins, nameOf }} onMerge={(changes) => onCarryOut({ kind: 'twins', added: [], changes })} />
      <p className={styles['counts']}>{t('counts', { count: list.length, taken: takenCount })}</p>
      <div className={styles['tools']}>
        <SearchField label={t('search')} value={query} onChange={setQuery} placeholder={t('searchHint')} />
        {mayWrite && button}
      </div>
      <p role="status" className={styles['counts']}>
        {wanted !== '' && t('matches', { count: shown.length })}
      </p>
      <ol className={styles['list']}>
        {shown.map((one) => (
          <CatalogueEntry
            key={one.id}
            {...{ one, words, nameOf }}
            takers={takersOf(view, one.id)}
            onEdit={mayWrite ? setEdited : null}
          />
        ))}
      </ol>
      {edited && mayWrite && (
        <EditDialog
          one={edited}
          catalogue={list}
          nameOf={nameOf}
          onSave={(changes) => changes.length > 0 && onCarryOut({ kind: 'edit', added: [], changes })}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

/** Which groups have taken a recommendation, as one text that stays the same while nothing of it changes. */
function takersOf(view: LiveView, id: Recommendation['id']): string {
  const groups = (view.taken[id] ?? []).flatMap((group) => view.groups[group] ?? []);
  return JSON.stringify(groups.map(({ name, place }): Taker => ({ name, place })));
}
