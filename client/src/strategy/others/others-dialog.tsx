import type { RowsOnRecommendation } from '@board/shared/commands';
import type { GroupId, RecommendationId, RowId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import type { Link, Notes, NotesNow } from '../comments/notes.ts';
import { timeframeWords } from '../months.ts';
import styles from './others.module.css';
import { TogetherLine } from './together-line.tsx';
import { useOthers } from './use-others.ts';

interface Props {
  row: { id: RowId; recommendation: RecommendationId | null; name: string };
  notes: Notes;
  now: NotesNow;
  /** This person speaks for the group whose row it is. */
  maySpeak: boolean;
  onClose: () => void;
}

type OthersRow = RowsOnRecommendation['rows'][number];

/** What other groups do about a row's recommendation, to be read, and whether the groups do it together. */
export function OthersDialog({ row, notes, now, maySpeak, onClose }: Props) {
  const { t } = useTranslation('comments');
  const { t: word } = useTranslation();
  const { workshopId, groupId } = notes;
  const links = now.links.get(row.id) ?? [];
  const taking = (row.recommendation === null ? [] : (now.taken[row.recommendation] ?? [])).filter(
    (id) => id !== groupId,
  );
  const rights = taking.map((id) => `${now.groups[id]?.keptClosed}.${now.groups[id]?.presented}`);
  const sign = JSON.stringify([taking, rights, links.map(({ id, state }) => [id, state])]);
  const { rows, refusal } = useOthers(workshopId, row.recommendation, sign);
  const others = rows?.filter((one) => one.groupId !== groupId) ?? [];
  const unread = taking.filter((id) => rows !== null && !others.some((one) => one.groupId === id));
  const apart = links.filter(({ other }) => !others.some((one) => one.row === other.row));
  const line = (link: Link | null, other: Link['other'], mayAsk: boolean) => (
    <TogetherLine
      workshopId={workshopId}
      own={{ groupId, row: row.id }}
      other={other}
      link={link}
      groupName={now.groups[other.groupId]?.name ?? ''}
      maySpeak={maySpeak}
      mayAsk={mayAsk}
    />
  );
  return (
    <Dialog
      title={t('others.title', { row: row.name })}
      width="wide"
      onClose={onClose}
      actions={<Button onPress={onClose}>{word('words.close')}</Button>}
    >
      <RefusalBanner refusal={refusal} />
      {rows === null && !refusal && <Waiting />}
      {rows !== null && others.length + unread.length + apart.length === 0 && <p>{t('others.none')}</p>}
      {others.map((one) => (
        <section key={one.row} className={styles['group']}>
          <Name group={now.groups[one.groupId]} />
          <Actions row={one} />
          {line(links.find(({ other }) => other.row === one.row) ?? null, one, true)}
        </section>
      ))}
      {unread.map((id) => (
        <section key={id} className={styles['group']}>
          <Name group={now.groups[id]} />
          <p className={styles['soft']}>{t('others.closed')}</p>
        </section>
      ))}
      {apart.map((link) => (
        <section key={link.id} className={styles['group']}>
          {!unread.includes(link.other.groupId) && <Name group={now.groups[link.other.groupId]} />}
          {line(link, link.other, false)}
        </section>
      ))}
    </Dialog>
  );
}

function Name({ group }: { group: NotesNow['groups'][GroupId] | undefined }) {
  return (
    <h3 className={styles['name']}>
      <GroupMark name={group?.name ?? ''} place={group?.place ?? 0} withName />
    </h3>
  );
}

function Actions({ row }: { row: OthersRow }) {
  const { t, i18n } = useTranslation('comments');
  const { t: strategy } = useTranslation('strategy');
  if (row.actions.length === 0) return <p className={styles['soft']}>{t('others.noActions')}</p>;
  return (
    <ul className={styles['actions']}>
      {row.actions.map(({ text, indicator, timeframe }, index) => {
        const when = timeframeWords(timeframe, i18n.language, strategy);
        return (
          <li key={`${index}.${text}`}>
            <p dir="auto">{text}</p>
            {indicator !== '' && (
              <p className={styles['fact']} dir="auto">
                <span className={styles['soft']}>{t('others.indicator')}:</span> {indicator}
              </p>
            )}
            {when !== '' && (
              <p className={styles['fact']}>
                <span className={styles['soft']}>{t('others.timeframe')}:</span> {when}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
