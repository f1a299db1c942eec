import type { LiveView } from '@board/shared/live-view';
import type { Recommendation } from '@board/shared/model/catalogue';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PositionTag } from '../../ui/tag.tsx';
import styles from './catalogue.module.css';
import { matches, textIn } from './search.ts';
import { useStateNames } from './state-names.ts';

export interface CatalogueListProps {
  doc: Y.Doc;
  view: LiveView;
  mayTakeIn: boolean;
  onTakeIn: () => void;
}

/** The catalogue as a list that can be searched; each recommendation with the groups that have taken it. */
export function CatalogueList({ doc, view, mayTakeIn, onTakeIn }: CatalogueListProps) {
  const { t, i18n } = useTranslation('catalogue');
  const { list } = useCatalogue(doc);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  const nameOf = useStateNames();
  const shown = list.filter((one) => matches(one, wanted, nameOf));
  const button = (
    <Button kind="primary" icon="add" onPress={onTakeIn}>
      {t('takeIn')}
    </Button>
  );
  if (list.length === 0) {
    return (
      <EmptyState title={t('empty.title')} action={mayTakeIn && button}>
        {mayTakeIn ? t('empty.facilitator') : t('empty.others')}
      </EmptyState>
    );
  }
  const takenCount = list.filter((one) => view.taken[one.id]?.length).length;
  return (
    <>
      <p className={styles['counts']}>{t('counts', { count: list.length, taken: takenCount })}</p>
      <div className={styles['tools']}>
        <SearchField label={t('search')} value={query} onChange={setQuery} placeholder={t('searchHint')} />
        {mayTakeIn && button}
      </div>
      <p role="status" className={styles['counts']}>
        {wanted !== '' && t('matches', { count: shown.length })}
      </p>
      <ol className={styles['list']}>
        {shown.map((one) => (
          <Entry key={one.id} one={one} language={i18n.language} nameOf={nameOf} view={view} />
        ))}
      </ol>
    </>
  );
}

interface EntryProps {
  one: Recommendation;
  language: string;
  nameOf: (state: string) => string;
  view: LiveView;
}

function Entry({ one, language, nameOf, view }: EntryProps) {
  const { t } = useTranslation('catalogue');
  const groups = (view.taken[one.id] ?? []).flatMap((id) => view.groups[id] ?? []);
  return (
    <li className={styles['entry']}>
      <span className={styles['number']}>{one.number}</span>
      <div>
        <p className={styles['text']} dir="auto">
          {textIn(one, language)} <span className={styles['states']}>({one.states.map(nameOf).join(', ')})</span>
        </p>
        {groups.length > 0 && (
          <p className={styles['takenBy']}>
            <span>{t('takenBy')}</span>
            {groups.map((group) => (
              <span key={group.place} className={styles['group']}>
                <GroupMark name={group.name} place={group.place} /> {group.name}
              </span>
            ))}
          </p>
        )}
      </div>
      <PositionTag position={one.position} />
    </li>
  );
}
