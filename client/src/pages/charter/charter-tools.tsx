import type { LiveView } from '@board/shared/live-view';
import { addItem, type CharterItem, drawContributions } from '@board/shared/model/charter';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingAmendments } from '../../charter/amendments.ts';
import { contributionsOf, notDrawn } from '../../charter/contributions.ts';
import { UndoButtons } from '../../strategy/undo-buttons.tsx';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import styles from './charter-page.module.css';
import { useEditing } from './editing-context.ts';
import { anchorOf } from './place-name.ts';

export interface CharterToolsProps {
  view: LiveView;
  items: readonly CharterItem[];
  /** An item was added and should be written in. */
  onAdded: (item: string) => void;
  /** The state of saving. */
  children: ReactNode;
}

/** What can be done to the charter as a whole. Stays in sight. */
export function CharterTools({ view, items, onAdded, children }: CharterToolsProps) {
  const { t } = useTranslation('charter');
  const { doc, origin, undo, mayWrite } = useEditing();
  const waiting = notDrawn(items, contributionsOf(view));
  const draw = (): void => announce(t('draw.done', { count: drawContributions(doc, contributionsOf(view), origin) }));
  return (
    <div className={styles['tools']} role="toolbar" aria-label={t('tools.label')}>
      <Button
        kind={waiting.length > 0 ? 'primary' : 'quiet'}
        size="small"
        icon="contribution"
        isDisabled={!mayWrite}
        onPress={draw}
      >
        {t('draw.button')}
      </Button>
      <span className={styles['waiting']}>
        {waiting.length > 0 ? t('draw.new', { count: waiting.length }) : items.length > 0 && t('draw.none')}
      </span>
      <span className={styles['history']}>
        <Button size="small" icon="add" isDisabled={!mayWrite} onPress={() => onAdded(addItem(doc, '', null, origin))}>
          {t('item.add')}
        </Button>
        <UndoButtons undo={undo} />
      </span>
      {children}
      <Waiting view={view} />
    </div>
  );
}

/** How many proposals wait, wherever the page is scrolled to; leads to the first. */
function Waiting({ view }: { view: LiveView }) {
  const { t } = useTranslation('amendments');
  const { count, first } = waitingAmendments(view);
  if (count === 0) return null;
  const words = t('settle.waiting', { count });
  return <p className={styles['waiting']}>{first === null ? words : <a href={`#${anchorOf(first)}`}>{words}</a>}</p>;
}
