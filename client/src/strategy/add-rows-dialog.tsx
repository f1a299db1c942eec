import type { Recommendation } from '@board/shared/model/catalogue';
import { addRow } from '@board/shared/model/strategy-edits';
import { seeAsItIs } from '@board/shared/model/text-news';
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { GroupMark } from '../ui/group-mark.tsx';
import { SearchField } from '../ui/search-field.tsx';
import styles from './dialogs.module.css';
import { useSearchNames } from './pickers/use-search-names.ts';
import { RecommendationWords } from './recommendation-cells.tsx';
import { searchable, searchRecommendations, untakenOf } from './recommendation-search.ts';
import { useTable } from './table-context.ts';
import type { StrategyTableProps } from './table-parts.ts';

/** How many are listed at first, and how many more at a time: a list of 300 would be slow to open on an old laptop. */
const page = 40;

const none: readonly Recommendation[] = [];

/** Adds recommendations from the catalogue; stays open, so that several can be added. */
export function AddRowsDialog({ onClose, rows, groups, taken }: StrategyTableProps & { onClose: () => void }) {
  const { t } = useTranslation('strategy');
  const { doc, origin, undo, catalogue } = useTable();
  const list = catalogue?.list ?? none;
  const nameOf = useSearchNames(list);
  const [query, setQuery] = useState('');
  const [onlyUntaken, setOnlyUntaken] = useState(false);
  const [shown, setShown] = useState(page);
  const asked = useDeferredValue(query);
  const all = useMemo(() => searchable(list, nameOf), [list, nameOf]);
  const own = useMemo(() => new Set(rows.map((row) => row.recommendation)), [rows]);
  const untaken = useMemo(() => new Set(untakenOf(list, taken).filter(({ id }) => !own.has(id))), [list, taken, own]);
  const found = useMemo(
    () => searchRecommendations(all, asked).filter((one) => !onlyUntaken || untaken.has(one)),
    [all, asked, onlyUntaken, untaken],
  );
  const add = (one: Recommendation): void => {
    // However quickly they follow one another, each is taken back by itself.
    undo?.stopCapturing();
    doc.transact(() => {
      seeAsItIs(doc, addRow(doc, one.id, origin), one, origin);
    }, origin);
    announce(t('add.added', { number: one.number }));
  };
  return (
    <Dialog
      title={t('add.title')}
      width="wide"
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      {all.length === 0 ? (
        <p>{t('add.noCatalogue')}</p>
      ) : (
        <search className={styles['search']} onKeyDown={enterList}>
          <SearchField label={t('add.search')} value={query} onChange={setQuery} autoFocus />
          <Checkbox isSelected={onlyUntaken} onChange={setOnlyUntaken}>
            {t('add.untaken', { count: untaken.size })}
          </Checkbox>
          <p role="status" className={styles['count']}>
            {found.length === 0 ? t('add.none') : t('add.found', { count: found.length })}
          </p>
        </search>
      )}
      <ul className={styles['found']} onKeyDown={moveAlong}>
        {found.slice(0, shown).map((one) => (
          <FoundRecommendation
            key={one.id}
            recommendation={one}
            isOwn={own.has(one.id)}
            takenBy={(taken[one.id] ?? []).flatMap((id) => groups[id] ?? [])}
            onAdd={() => add(one)}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button onPress={() => setShown(shown + page)}>
          {t('add.more', { count: Math.min(page, found.length - shown) })}
        </Button>
      )}
    </Dialog>
  );
}

/** From the search field the arrow goes down into the list. */
function enterList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
  const first = event.currentTarget.parentElement?.querySelector<HTMLButtonElement>('li button');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** In the list arrows go from one recommendation to the next, above the first back to the field. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('li button')];
  const next = buttons.indexOf(document.activeElement as HTMLButtonElement) + step;
  const field = event.currentTarget.parentElement?.querySelector<HTMLInputElement>('input[type=search]');
  (next < 0 ? field : buttons[next])?.focus();
}

interface FoundProps {
  recommendation: Recommendation;
  isOwn: boolean;
  takenBy: readonly { name: string; place: number }[];
  onAdd: () => void;
}

function FoundRecommendation({ recommendation, isOwn, takenBy, onAdd }: FoundProps) {
  const { t } = useTranslation('strategy');
  return (
    <li>
      <bdi className={styles['number']}>{recommendation.number}</bdi>
      <div className={styles['words']}>
        <RecommendationWords recommendation={recommendation} />
      </div>
      <div className={styles['taken']}>
        {takenBy.length === 0 ? (
          <span className={styles['nobody']}>{t('add.nobody')}</span>
        ) : (
          <>
            <span>{t('add.takenBy')}</span>
            {takenBy.map(({ name, place }) => (
              <GroupMark key={place} name={name} place={place} withName size="small" />
            ))}
          </>
        )}
      </div>
      {isOwn ? (
        <span className={styles['own']}>{t('add.yours')}</span>
      ) : (
        <Button
          size="small"
          icon="add"
          onPress={onAdd}
          aria-label={t('add.takeNamed', { number: recommendation.number })}
        >
          {t('add.take')}
        </Button>
      )}
    </li>
  );
}
