import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { CharterItemView, LiveView } from '@board/shared/live-view';
import type { CharterPlace } from '@board/shared/model/charter';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptedItems } from '../../charter/adopted-items.tsx';
import { AdoptionRecord } from '../../charter/adoption-record.tsx';
import { CharterSheet } from '../../charter/charter-sheet.tsx';
import { ItemSources } from '../../charter/item-sources.tsx';
import { ItemStanding } from '../../charter/item-standing.tsx';
import { useOwnAmendments } from '../../charter/use-authors.ts';
import { WholeStanding } from '../../charter/whole-standing.tsx';
import { mayNow } from '../../sync/rights.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { roundsOn } from '../../vote/rounds.ts';
import { openVotes, subjectOf } from '../../vote/vote-facts.ts';
import styles from './charter-page.module.css';
import { AmendmentsToNothing, ReaderAmendments } from './reader-amendments.tsx';

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
    return (
      <div className={styles['page']}>
        <Banner kind="good" action={print}>
          {t('adopt.done')}
        </Banner>
        <CharterSheet {...adopted} items={adoptedItems(adopted, view.votes)} workshop={view.workshop.title} />
        <AdoptionRecord record={adopted} votes={view.votes} />
      </div>
    );
  }
  return (
    <div className={styles['page']}>
      <OpenVoteNotice workshopId={workshopId} view={view} me={me} />
      <Draft workshopId={workshopId} view={view} me={me} />
    </div>
  );
}

function Draft({ workshopId, view, me }: ReaderProps) {
  const { t } = useTranslation('charter');
  const { own, add } = useOwnAmendments(workshopId);
  const { preamble, items, closing } = view.charter;
  if (preamble === '' && items.length === 0 && closing === '')
    return <EmptyState title={t('empty.title')}>{t('empty.read')}</EmptyState>;
  const mayAmend = mayNow(me, { do: 'amend' }, view).allowed;
  const proposals = (place: CharterPlace, words: string): ReactNode => (
    <ReaderAmendments {...{ workshopId, view, place, words, own, mayAmend }} personId={me.personId} onSent={add} />
  );
  return (
    <>
      <CharterSheet
        workshop={view.workshop.title}
        note={
          <p className={styles['draft']}>
            {t('draft')}. {t('live')}
          </p>
        }
        preamble={preamble}
        belowPreamble={proposals('preamble', preamble)}
        items={items.map((item) => ({
          key: item.id,
          text: item.text,
          below: (
            <>
              <ItemFacts {...{ workshopId, view, item }} />
              {proposals(item.id, item.text)}
            </>
          ),
        }))}
        closing={closing}
        belowClosing={proposals('closing', closing)}
      />
      <AmendmentsToNothing {...{ workshopId, view, own }} />
      <WholeStanding view={view} />
      <p className={styles['toPrint']}>
        <LinkButton kind="plain" href={`/w/${workshopId}/charter/print`}>
          {t('toPrint')}
        </LinkButton>
        <LinkButton kind="plain" href={`/w/${workshopId}/take-home`}>
          {t('takeHome')}
        </LinkButton>
      </p>
    </>
  );
}

function ItemFacts({ workshopId, view, item }: { workshopId: WorkshopId; view: LiveView; item: CharterItemView }) {
  return (
    <>
      <ItemSources {...{ workshopId, view, item }} />
      <ItemStanding
        status={item.status}
        vote={item.voteId === null ? undefined : view.votes[item.voteId]}
        rounds={roundsOn(view.votes, item.id)}
        text={item.text}
      />
    </>
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
