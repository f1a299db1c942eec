import type { LiveView } from '@board/shared/live-view';
import type { CharterItem } from '@board/shared/model/charter';
import { noteSourceWords, takeSourceWords } from '@board/shared/model/charter-edits';
import { useTranslation } from 'react-i18next';
import styles from '../../charter/amendments.module.css';
import line from '../../charter/small-line.module.css';
import { type SourceChange, sourceChanges } from '../../charter/source-changes.ts';
import { WordingDifference } from '../../charter/wording-difference.tsx';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { useEditing } from './editing-context.ts';

export interface SourceChangeNotesProps {
  item: CharterItem;
  items: readonly CharterItem[];
  view: LiveView;
  /** A vote is open on these words. */
  isVoting: boolean;
}

/** What groups have changed in their own words since this item was drawn from them: to take over, or to leave. */
export function SourceChangeNotes({ item, items, view, isVoting }: SourceChangeNotesProps) {
  return sourceChanges(item, items, view).map((change) => (
    <ChangeNote key={change.source.actionId} {...{ item, view, change, isVoting }} />
  ));
}

function ChangeNote({
  item,
  view,
  change,
  isVoting,
}: Omit<SourceChangeNotesProps, 'items'> & { change: SourceChange }) {
  const { t } = useTranslation('drafting');
  const { doc, origin, undo, mayWrite } = useEditing();
  const { source, before, now, taken } = change;
  const group = view.groups[source.groupId];
  const isWordedOn = taken !== null && !item.text.includes(before);
  // A step of its own: one undo takes it back, and nothing that was typed just before.
  const step = (run: () => void, said: string): void => {
    undo?.stopCapturing();
    run();
    undo?.stopCapturing();
    announce(said);
  };
  const take = (text: string, words: string): void =>
    step(() => takeSourceWords(doc, item.id, source, { now: words, text }, origin), t('source.taken'));
  const leave = (): void => step(() => noteSourceWords(doc, item.id, source, now, origin), t('source.left'));
  return (
    <div className={styles['amendment']} data-source>
      <p className={line['line']}>
        {group && <GroupMark name={group.name} place={group.place} withName size="small" />}
        <span>{t(now === null ? 'source.gone' : 'source.changed')}</span>
      </p>
      {now !== null && <WordingDifference before={before} after={now} />}
      {isWordedOn && (
        <>
          <p className={styles['moved']}>{t('source.worded')}</p>
          <WordingDifference before={item.text} after={taken} />
        </>
      )}
      {now !== null && taken === null && <p className={styles['moved']}>{t('source.byHand')}</p>}
      <div className={styles['buttons']}>
        {now !== null && taken !== null && (
          <Button size="small" isDisabled={!mayWrite || isVoting} onPress={() => take(taken, now)}>
            {t('source.take')}
          </Button>
        )}
        <Button size="small" kind="plain" isDisabled={!mayWrite} onPress={leave}>
          {t('source.leave')}
        </Button>
      </div>
    </div>
  );
}
