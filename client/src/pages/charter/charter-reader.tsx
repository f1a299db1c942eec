import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet } from '../../charter/charter-sheet.tsx';
import { ItemStanding, StatusTag } from '../../charter/item-standing.tsx';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { openVotes, subjectOf } from '../../vote/vote-facts.ts';
import styles from './charter-page.module.css';

interface ReaderProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
}

/** The charter as everybody reads it. It follows the words as they are written, without the document or its editor. */
export function CharterReader({ workshopId, view, me }: ReaderProps) {
  const { t } = useTranslation('charter');
  const { adopted } = view.charter;
  const print = <LinkButton href={`/w/${workshopId}/charter/print`}>{t('toPrint')}</LinkButton>;
  if (adopted) {
    const items = adopted.items.map(({ text, groupName }, place) => ({
      key: String(place),
      text,
      below: groupName !== '' && <p className={styles['source']}>{groupName}</p>,
    }));
    return (
      <div className={styles['page']}>
        <Banner kind="good" action={print}>
          {t('adopt.done')}
        </Banner>
        <CharterSheet {...adopted} items={items} workshop={view.workshop.title} />
        <AdoptionRecord record={adopted} />
      </div>
    );
  }
  return (
    <div className={styles['page']}>
      <OpenVoteNotice workshopId={workshopId} view={view} me={me} />
      <Draft view={view} />
    </div>
  );
}

function Draft({ view }: { view: LiveView }) {
  const { t } = useTranslation('charter');
  const { preamble, items, closing } = view.charter;
  if (preamble === '' && items.length === 0 && closing === '')
    return <EmptyState title={t('empty.title')}>{t('empty.read')}</EmptyState>;
  const shown = items.map((item) => {
    const group = item.groupId === null ? undefined : view.groups[item.groupId];
    return {
      key: item.id,
      text: item.text,
      below: (
        <>
          <p className={styles['source']}>
            {group && <GroupMark name={group.name} place={group.place} withName size="small" />}
            <StatusTag status={item.status} />
          </p>
          <ItemStanding
            status={item.status}
            vote={item.voteId === null ? undefined : view.votes[item.voteId]}
            text={item.text}
          />
        </>
      ),
    };
  });
  return (
    <CharterSheet
      workshop={view.workshop.title}
      note={
        <p className={styles['draft']}>
          {t('draft')}. {t('live')}
        </p>
      }
      preamble={preamble}
      items={shown}
      closing={closing}
    />
  );
}

function OpenVoteNotice({ workshopId, view, me }: ReaderProps) {
  const { t } = useTranslation('vote');
  const { t: here } = useTranslation('charter');
  const [vote] = openVotes(view);
  if (!vote || !me.may.vote) return null;
  const { key, number } = subjectOf(view, vote.scope);
  return (
    <Banner
      action={
        <LinkButton kind="primary" href={`/w/${workshopId}/vote`}>
          {here('toVote')}
        </LinkButton>
      }
    >
      {t('said.opened', { about: t(`of.${key}`, { number }) })}
    </Banner>
  );
}
