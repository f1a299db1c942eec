import type { CharterItemId } from '@board/shared/ids';
import type { AdoptionRecord, LiveView, VoteResult } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { roundsOn } from '../vote/rounds.ts';
import styles from './charter.module.css';
import type { SheetItem } from './charter-sheet.tsx';

/** The items of an adopted charter, each with its group and the minority notes of the last round on these words. */
export function adoptedItems(record: AdoptionRecord, votes: LiveView['votes']): SheetItem[] {
  return record.items.map(({ id, text, groupName, fingerprint }, place) => ({
    key: String(place),
    text,
    below: (
      <>
        {groupName !== '' && <p className={styles['group']}>{groupName}</p>}
        {notesOn(votes, id, fingerprint).map((note, at) => (
          <MinorityNote key={`${at}.${note.text}`} {...note} />
        ))}
      </>
    ),
  }));
}

interface Note {
  text: string;
  person?: string;
}

function MinorityNote({ text, person }: Note) {
  const { t } = useTranslation('vote');
  return (
    <p className={styles['note']} dir="auto">
      <span>{t('result.minorityNote')}: </span>
      {text}
      {person && <bdi> ({person})</bdi>}
    </p>
  );
}

function notesOn(
  votes: LiveView['votes'],
  item: CharterItemId | undefined,
  fingerprint: string | undefined,
): VoteResult['remarks'] {
  if (item === undefined) return [];
  const last = roundsOn(votes, item).findLast((round) => round.fingerprint === fingerprint);
  return last?.result.remarks.filter(({ position }) => position === 'stand-aside') ?? [];
}
