import type { LiveView } from '@board/shared/live-view';
import type { Recommendation } from '@board/shared/model/catalogue';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { findTwins } from '../../files/merge/twins.ts';
import { OtherLanguage } from '../../strategy/other-language.tsx';
import { wordsIn } from '../../strategy/recommendation-search.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PositionTag } from '../../ui/tag.tsx';
import styles from './catalogue.module.css';
import { EditDialog } from './merge/edit-dialog.tsx';
import { TwinsPanel } from './merge/twins-panel.tsx';
import { matches, textIn } from './search.ts';
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
  const { t, i18n } = useTranslation('catalogue');
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
          <Entry
            key={one.id}
            one={one}
            language={i18n.language}
            nameOf={nameOf}
            view={view}
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

interface EntryProps {
  one: Recommendation;
  language: string;
  nameOf: (state: string) => string;
  view: LiveView;
  /** Null: this person may not. */
  onEdit: ((one: Recommendation) => void) | null;
}

function Entry({ one, language, nameOf, view, onEdit }: EntryProps) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const { t: mergeWord } = useTranslation('merge');
  const groups = (view.taken[one.id] ?? []).flatMap((id) => view.groups[id] ?? []);
  return (
    <li className={styles['entry']}>
      <span className={styles['number']}>{one.number}</span>
      <div>
        <p className={styles['text']} dir="auto">
          <span lang={wordsIn(one.text, language).language}>{textIn(one, language)}</span>{' '}
          {one.states.length > 0 && <span className={styles['states']}>({one.states.map(nameOf).join(', ')})</span>}
        </p>
        <p className={styles['notes']}>
          <OtherLanguage text={one.text} />
          {one.was !== undefined && one.was !== 'pending' && (
            <span>{mergeWord('edit.was', { was: word(`position.${one.was}`) })}</span>
          )}
          {one.byHand && <span>{mergeWord('edit.byHand')}</span>}
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
      <div className={styles['side']}>
        <PositionTag position={one.position} />
        {onEdit && (
          <Button
            kind="plain"
            size="small"
            aria-label={mergeWord('edit.changeOf', { number: one.number })}
            onPress={() => onEdit(one)}
          >
            {mergeWord('edit.change')}
          </Button>
        )}
      </div>
    </li>
  );
}
