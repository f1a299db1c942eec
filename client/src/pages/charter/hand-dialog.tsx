import { newHandCode } from '@board/shared/consensus/hand-code';
import { positions, turnoutOf } from '@board/shared/consensus/rules';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { VoteView } from '@board/shared/live-view';
import type { RollOfGroup } from '@board/shared/vote-parts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { faultOf, type HandEntry, isSameEntry, type KeptPapers, nothingEntered } from '../../vote/paper-ballots.ts';
import { storedPapers } from '../../vote/settled-papers.ts';
import { useCommand } from '../home/use-command.ts';
import styles from './hand-dialog.module.css';
import { HandFields } from './hand-fields.tsx';
import { HandPeople } from './hand-people.tsx';
import { sendHands, sendPapers } from './hand-sending.ts';
import { PaperCode } from './paper-code.tsx';
import { useHandEntered } from './use-hand-entered.ts';

export interface HandDialogProps {
  workshopId: WorkshopId;
  vote: VoteView;
  onClose: () => void;
}

/** Ballots of people without a phone: paper ballots all together in a secret vote, a show of hands per group in a named one. */
export function HandDialog(props: HandDialogProps) {
  const { t } = useTranslation('charter');
  const { vote, onClose } = props;
  const groups = vote.roll.groups.filter((group) => group.byHand > 0);
  return vote.secrecy === 'secret' ? (
    <PaperDialog {...props} />
  ) : (
    groups.length > 0 && <GroupDialog {...props} groups={groups} title={t('hand.titleOpen')} onClose={onClose} />
  );
}

function PaperDialog({ workshopId, vote, onClose }: HandDialogProps) {
  const { t } = useTranslation('charter');
  const { t: ofHall } = useTranslation('hall');
  const [kept] = useState(() => storedPapers(workshopId, vote.id));
  const [fresh] = useState(newHandCode);
  const [papers, setPapers] = useState<KeptPapers>(kept ?? { code: fresh, entry: nothingEntered });
  const [isCodeMissing, setCodeMissing] = useState(false);
  const { entry, code } = papers;
  const seats = vote.roll.byHand;
  // The code is this dialog's own new one: nothing lies under it.
  const adds = kept === null && code === fresh;
  const { entered } = useHandEntered(workshopId, vote.id, vote.byHand);
  const { run, isBusy, refusal } = useCommand();
  const fault = faultOf(entry, seats, true);
  const go = async (): Promise<void> => {
    if (await run(() => sendPapers(workshopId, vote, papers), t('hand.done'))) onClose();
  };
  return (
    <Dialog
      title={t('hand.titleSecret')}
      onClose={onClose}
      actions={<Actions isBusy={isBusy} isDisabled={fault !== null || isCodeMissing} onGo={go} onClose={onClose} />}
    >
      <div className={styles['hand']}>
        <p>{t('hand.secretHint', { seats })}</p>
        {entered && <HandPeople people={entered.people} seats={seats} />}
        <HandFields
          entry={entry}
          seats={seats}
          fault={fault}
          onChange={(entered) => setPapers({ ...papers, entry: entered })}
        />
        <PaperCode
          code={code}
          onCode={(typed) => {
            setCodeMissing(typed === null);
            if (typed !== null) setPapers({ ...papers, code: typed });
          }}
        />
        {!isCodeMissing && vote.byHand > 0 && (
          <p role="status">
            {ofHall(adds ? 'paperCode.adds' : 'paperCode.corrects', { done: vote.byHand, all: seats })}
          </p>
        )}
        <RefusalBanner refusal={refusal} />
      </div>
    </Dialog>
  );
}

/** Each group begins with what was entered for it before, from whichever device; nothing is sent before that is known. */
function GroupDialog(props: HandDialogProps & { groups: readonly RollOfGroup[]; title: string }) {
  const { workshopId, vote, groups, title, onClose } = props;
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation('vote');
  const format = useFormat();
  const tallyWords = (tally: HandEntry['tally']): string =>
    format.list(positions.map((position) => `${word(`position.${position}`)} ${format.number(tally[position])}`));
  const [chosen, setChosen] = useState(groups[0]?.groupId ?? null);
  const [changed, setChanged] = useState<ReadonlyMap<GroupId | null, Begun>>(new Map());
  const [refusedFor, setRefusedFor] = useState<GroupId | null>();
  const { entered, problem, look } = useHandEntered(workshopId, vote.id, vote.byHand);
  const { run, isBusy, refusal } = useCommand();
  const seats = groups.find(({ groupId }) => groupId === chosen)?.byHand ?? 0;
  const before = entered?.hands.find(({ groupId }) => groupId === chosen);
  const inBox = before ?? nothingEntered;
  const { entry, seen } = changed.get(chosen) ?? { entry: inBox, seen: inBox };
  const hasMoved = entered !== null && !isSameEntry(seen, inBox);
  const fault = faultOf(entry, seats, false);
  const change = (to: Begun | null): void => {
    const others = [...changed].filter(([group]) => group !== chosen);
    setChanged(new Map(to ? [...others, [chosen, to]] : others));
  };
  const go = async (): Promise<void> => {
    // Refused once, with what is in the box beside it, it may replace that.
    const sent = { entry, seen: refusal?.code === 'hands-moved' && refusedFor === chosen ? inBox : seen };
    if (!(await run(() => sendHands(workshopId, vote.id, chosen, sent), t('hand.done')))) {
      setRefusedFor(chosen);
      await look();
      return;
    }
    change((await look()) ? null : { entry, seen: entry });
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={<Actions isBusy={isBusy} isDisabled={fault !== null || !entered} onGo={go} onClose={onClose} />}
    >
      <div className={styles['hand']}>
        <p>{t('hand.openHint')}</p>
        <Select
          label={t('hand.group')}
          hint={t('hand.seats', { seats })}
          value={chosen ?? ''}
          onChange={(value) => setChosen(groups.find(({ groupId }) => (groupId ?? '') === value)?.groupId ?? null)}
          options={groups.map(({ groupId, name }) => ({ value: groupId ?? '', label: name || t('roll.noGroup') }))}
        />
        {entered && <HandPeople people={entered.people.filter(({ groupId }) => groupId === chosen)} seats={seats} />}
        {before && <p className={styles['soft']}>{t('hand.before', { done: turnoutOf(before.tally), all: seats })}</p>}
        {hasMoved && <p role="status">{t('hand.meanwhile', { list: tallyWords(inBox.tally) })}</p>}
        <HandFields entry={entry} seats={seats} fault={fault} onChange={(to) => change({ entry: to, seen })} />
        <p className={styles['soft']}>{t('hand.entered', { done: vote.byHand, all: vote.roll.byHand })}</p>
        <RefusalBanner refusal={refusal ?? problem} />
      </div>
    </Dialog>
  );
}

/** What a facilitator is entering, and what was in the box when that was begun. */
interface Begun {
  entry: HandEntry;
  seen: HandEntry;
}

interface ActionsProps {
  isBusy: boolean;
  isDisabled: boolean;
  onGo: () => Promise<void>;
  onClose: () => void;
}

function Actions({ isBusy, isDisabled, onGo, onClose }: ActionsProps) {
  const { t } = useTranslation('charter');
  const { t: word } = useTranslation();
  return (
    <>
      <Button kind="primary" busy={isBusy} isDisabled={isDisabled} onPress={onGo}>
        {t('hand.go')}
      </Button>
      <Button onPress={onClose}>{word('words.close')}</Button>
    </>
  );
}
