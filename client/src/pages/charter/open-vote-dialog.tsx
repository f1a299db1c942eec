import { fingerprint } from '@board/shared/consensus/fingerprint';
import { quorumNeeded, type VoteRule, voteRules } from '@board/shared/consensus/rules';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView, Secrecy, VoteScope, VoteView } from '@board/shared/live-view';
import { charterWords } from '@board/shared/model/charter';
import { opensAt } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { openVote } from '../../api/commands.ts';
import { isSlotRunning } from '../../charter/standing.ts';
import { useCharter } from '../../sync/follow-models.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { Select } from '../../ui/select.tsx';
import { Wording } from '../../vote/wording.tsx';
import { useCommand } from '../home/use-command.ts';
import styles from './charter-page.module.css';
import { keepRoll } from './kept-roll.ts';
import { RollPart } from './roll-part.tsx';
import { useRollChoice } from './use-roll-choice.ts';
import { VoteStage } from './vote-stage.tsx';

const quorums = ['1/3', '1/2', '2/3', '3/4', '1/1'] as const;
type QuorumChoice = (typeof quorums)[number];

/** Minutes for amendments to what was blocked. */
const slots = ['0', '5', '10', '20', '60'] as const;
type SlotChoice = (typeof slots)[number];

export interface OpenVoteDialogProps {
  workshopId: WorkshopId;
  view: LiveView;
  doc: Y.Doc;
  scope: VoteScope;
  /** Everything typed here is on the server: else the vote would be on other words than those shown. */
  isSaved: boolean;
  /** A vote by whose rules this one is asked, until the facilitator says otherwise. */
  like?: VoteView | undefined;
  onClose: () => void;
}

/** Below so many phones the counts of a secret vote are about people whom everybody in the hall can tell apart. */
const fewPhones = 4;

/** Asks by which rule, and then opens a vote on exactly the words that it shows. */
export function OpenVoteDialog({ workshopId, view, doc, scope, isSaved, like, onClose }: OpenVoteDialogProps) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation();
  const { t: ofVote } = useTranslation('vote');
  useCharter(doc);
  const { words, number } = subject(doc, scope);
  const [rule, setRule] = useState<VoteRule>(like?.rule ?? 'consensus');
  const [quorum, setQuorum] = useState(() => quorumOf(like));
  const [secrecy, setSecrecy] = useState<Secrecy>(like?.secrecy ?? 'secret');
  const { run, isBusy, refusal } = useCommand();
  const [numerator = 1, denominator = 2] = quorum.split('/').map(Number);
  const roll = useRollChoice(workshopId, view);
  const { all } = roll.counts;
  const [slot, setSlot] = useState(() => slotOf(like));
  const go = async (): Promise<void> => {
    const command = {
      ...{ scope, rule, quorum: { numerator, denominator }, secrecy, fingerprint: fingerprint(words) },
      ...roll.command,
      slotMinutes: Number(slot),
    };
    const open = async () => {
      const answer = await openVote(workshopId, command);
      if (answer.ok) keepRoll(workshopId, { vote: answer.value.voteId, roll: roll.command });
      return answer;
    };
    if (await run(open, t('open.opened'))) onClose();
  };
  return (
    <Dialog
      title={number === null ? t('open.charterTitle') : t('open.itemTitle', { number })}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button
            kind="primary"
            busy={isBusy}
            isDisabled={!isSaved || all === 0 || roll.isIncomplete || !opensAt(view.stage, 'votes')}
            onPress={go}
          >
            {t('open.go')}
          </Button>
          <Button onPress={onClose}>{word('words.cancel')}</Button>
        </>
      }
    >
      <div className={styles['dialog']}>
        <section className={styles['exact']} aria-label={t('open.words')}>
          <Wording text={words} />
        </section>
        <RadioCards
          label={t('open.rule')}
          arrange="columns"
          value={rule}
          onChange={setRule}
          cards={voteRules.map((value) => ({
            value,
            label: ofVote(`ruleName.${value}`),
            meaning: t(`open.ruleMeaning.${value}`),
          }))}
        />
        <RollPart roll={roll} view={view} />
        <Select
          label={t('open.quorum')}
          hint={t('open.quorumIn', { roll: all, needed: quorumNeeded(all, { numerator, denominator }) })}
          value={quorum}
          onChange={setQuorum}
          options={quorums.map((value) => ({ value, label: t(`open.quorumChoice.${value}`) }))}
        />
        <RadioCards
          label={t('open.secrecy')}
          arrange="columns"
          value={secrecy}
          onChange={setSecrecy}
          cards={[
            { value: 'secret', label: t('open.secret'), meaning: t('open.secretMeaning') },
            { value: 'open', label: t('open.open'), meaning: t('open.openMeaning') },
          ]}
        />
        <SecrecyLimits secrecy={secrecy} phones={all - roll.counts.byHand} />
        {endsSlot(view, scope) && <p className={styles['soft']}>{t('open.endsSlot')}</p>}
        {isSlotRunning(view, 'charter') && <p>{t('open.endsSlotWhole')}</p>}
        <SlotSelect slot={slot} onChange={setSlot} />
        <p className={styles['soft']}>{all === 0 ? t('open.nobody') : t('open.roll')}</p>
        {!isSaved && <Banner kind="warning">{t('open.unsaved')}</Banner>}
        <VoteStage workshopId={workshopId} stage={view.stage} />
        <RefusalBanner refusal={refusal} />
      </div>
    </Dialog>
  );
}

/** What the kind of vote can and cannot show of people. */
function SecrecyLimits({ secrecy, phones }: { secrecy: Secrecy; phones: number }) {
  const { t } = useTranslation('charter');
  return (
    <>
      <p className={styles['soft']}>{t(`open.organisations-${secrecy}`)}</p>
      {secrecy === 'secret' && phones < fewPhones && <p className={styles['few']}>{t('open.few')}</p>}
    </>
  );
}

/** Opening it ends a time for amendments to the same words, and what was lifted meanwhile is counted. */
function endsSlot({ votes }: LiveView, scope: VoteScope): boolean {
  const isSame = (of: VoteScope): boolean =>
    of.kind === 'charter' || scope.kind === 'charter' || of.itemId === scope.itemId;
  return Object.values(votes).some((vote) => vote.slotUntil !== null && isSame(vote.scope));
}

function quorumOf(like: VoteView | undefined): QuorumChoice {
  const { numerator, denominator } = like?.quorum ?? { numerator: 1, denominator: 2 };
  return quorums.find((one) => one === `${numerator}/${denominator}`) ?? '1/2';
}

function slotOf(like: VoteView | undefined): SlotChoice {
  return slots.find((one) => one === String(like?.slotMinutes)) ?? '10';
}

/** How long the hall has for other words when somebody blocks. */
function SlotSelect({ slot, onChange }: { slot: SlotChoice; onChange: (slot: SlotChoice) => void }) {
  const { t } = useTranslation('charter');
  return (
    <Select
      label={t('open.slot')}
      hint={t('open.slotHint')}
      value={slot}
      onChange={onChange}
      options={slots.map((value) => ({
        value,
        label: value === '0' ? t('open.slotNone') : t('open.slotMinutes', { minutes: Number(value) }),
      }))}
    />
  );
}

/** The words that the vote would be on, as the server reads them from the same document. */
function subject(doc: Y.Doc, scope: VoteScope): { words: string; number: number | null } {
  const { all, items } = charterWords(doc);
  if (scope.kind === 'charter') return { words: all, number: null };
  const place = items.findIndex((item) => item.id === scope.itemId);
  return { words: items[place]?.text ?? '', number: place + 1 };
}
