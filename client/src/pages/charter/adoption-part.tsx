import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adoptCharter } from '../../api/commands.ts';
import { waitingAmendments } from '../../charter/amendments.ts';
import { hasBrackets } from '../../charter/first-draft.ts';
import { isSlotRunning, notYet } from '../../charter/standing.ts';
import { WholeStanding } from '../../charter/whole-standing.tsx';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useCommand } from '../home/use-command.ts';
import styles from './charter-page.module.css';
import { type AskedVote, ItemByItem } from './item-by-item.tsx';
import { SlotControl } from './slot-control.tsx';

export interface AdoptionPartProps {
  workshopId: WorkshopId;
  view: LiveView;
  isVoteOpen: boolean;
  onVote: (asked: AskedVote) => void;
  /** The vote on the whole charter, while it is open. */
  children: ReactNode;
}

/** How far the charter is from being adopted, and the two ways to get there. */
export function AdoptionPart({ workshopId, view, isVoteOpen, onVote, children }: AdoptionPartProps) {
  const { t } = useTranslation('charter');
  const [isAsking, setAsking] = useState(false);
  const command = useCommand();
  const { run, refusal } = command;
  const { t: drafting } = useTranslation('drafting');
  const { preamble, items, closing } = view.charter;
  const { t: ofAmendments } = useTranslation('amendments');
  const missing = notYet(view);
  const waiting = waitingAmendments(view).count;
  const done = items.filter((item) => item.status === 'adopted').length;
  return (
    <section className={styles['adoption']} aria-labelledby="adoption">
      <h2 id="adoption">{t('adopt.title')}</h2>
      <p>{t('adopt.count', { done, count: items.length })}</p>
      <p className={styles['soft']}>{t('adopt.how')}</p>
      {children}
      <WholeStanding
        view={view}
        acts={(vote) => !isVoteOpen && <SlotControl key={vote.id} workshopId={workshopId} vote={vote} />}
      />
      <ItemByItem workshopId={workshopId} view={view} command={command} onVote={onVote} />
      <div className={styles['ways']}>
        <Button kind="primary" isDisabled={missing !== null} onPress={() => setAsking(true)}>
          {t('adopt.button')}
        </Button>
        <Button isDisabled={items.length === 0 || isVoteOpen} onPress={() => onVote({ scope: { kind: 'charter' } })}>
          {t('adopt.whole')}
        </Button>
        <LinkButton kind="plain" href={`/w/${workshopId}/charter/print`}>
          {t('toPrint')}
        </LinkButton>
        <LinkButton kind="plain" href={`/w/${workshopId}/take-home`}>
          {t('takeHome')}
        </LinkButton>
      </div>
      {missing && (
        <p className={styles['soft']}>
          {missing.why === 'items' ? t('adopt.why.items', { count: missing.count }) : t(`adopt.why.${missing.why}`)}
        </p>
      )}
      {hasBrackets(preamble, closing, ...items.map(({ text }) => text)) && (
        <p className={styles['soft']}>{drafting('draft.brackets')}</p>
      )}
      {waiting > 0 && <p className={styles['soft']}>{ofAmendments('settle.openAtEnd', { count: waiting })}</p>}
      <RefusalBanner refusal={refusal} />
      {isAsking && (
        <ConfirmDialog
          title={t('adopt.ask')}
          text={[t('adopt.text'), ...(isSlotRunning(view) ? [t('adopt.endsSlots')] : [])].join(' ')}
          confirm={t('adopt.go')}
          kind="primary"
          onConfirm={async () => {
            await run(() => adoptCharter(workshopId, {}), t('adopt.done'));
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
