import type { AmendmentId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineAmendment, putBackAmendment, showAmendment, takeAmendment } from '../../api/amendments.ts';
import { AmendmentWords } from '../../charter/amendment-words.tsx';
import styles from '../../charter/amendments.module.css';
import type { Amendment } from '../../charter/amendments.ts';
import { FoldedList } from '../../charter/folded-list.tsx';
import type { Authors } from '../../charter/use-authors.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useCommand } from '../home/use-command.ts';
import { useEditing } from './editing-context.ts';

export interface SettleAmendmentsProps {
  view: LiveView;
  amendments: { open: readonly Amendment[]; settled: readonly Amendment[] };
  /** The words that stand; null when the item is gone. */
  words: string | null;
  /** What the amendments are for. */
  name: string;
  /** A vote is open on these words. */
  isVoting: boolean;
  authors: Authors;
}

/** What members have proposed for one text, and what the facilitator can do with it. */
export function SettleAmendments(props: SettleAmendmentsProps) {
  const { view, amendments, name, authors } = props;
  const { t } = useTranslation('amendments');
  const { open, settled } = amendments;
  if (open.length + settled.length === 0) return null;
  return (
    <section className={styles['list']} aria-label={t('list.of', { what: name })}>
      {open.map((one) => (
        <OpenAmendment key={one.id} {...props} amendment={one} />
      ))}
      {settled.length > 0 && (
        <FoldedList summary={t('list.settled', { count: settled.length })} about={name}>
          {() => settled.map((one) => <SettledAmendment key={one.id} view={view} amendment={one} authors={authors} />)}
        </FoldedList>
      )}
    </section>
  );
}

function OpenAmendment({
  view,
  amendment,
  words,
  isVoting,
  authors,
}: SettleAmendmentsProps & { amendment: Amendment }) {
  const { t } = useTranslation('amendments');
  const { workshopId, mayWrite } = useEditing();
  const [isDeclining, setDeclining] = useState(false);
  const { run, isBusy, refusal } = useCommand();
  const { id, stands, shown } = amendment;
  const isGone = words === null;
  const take = (byHand: boolean) => run(() => takeAmendment(workshopId, id, { byHand }), t('settle.taken'));
  const note = isGone ? t('settle.gone') : stands ? '' : t('settle.moved');
  return (
    <>
      <AmendmentWords
        amendment={amendment}
        by={<Author view={view} id={id} authors={authors} />}
        {...(stands || isGone ? {} : { against: words })}
        arePlain={!stands}
        note={note !== '' && <p className={styles['moved']}>{note}</p>}
      >
        {!isGone && (
          <Button
            size="small"
            kind={stands ? 'quiet' : 'plain'}
            busy={isBusy}
            isDisabled={isVoting || !mayWrite}
            onPress={() => take(!stands)}
          >
            {t(stands ? 'settle.take' : 'settle.byHand')}
          </Button>
        )}
        {!isGone && (
          <Button
            size="small"
            kind="plain"
            aria-pressed={shown}
            onPress={() => run(() => showAmendment(workshopId, { id: shown ? null : id }))}
          >
            {t(shown ? 'settle.hide' : 'settle.show')}
          </Button>
        )}
        <Button size="small" kind="plain" onPress={() => setDeclining(true)}>
          {t('settle.decline')}
        </Button>
        {isVoting && <span className={styles['soft']}>{t('settle.voting')}</span>}
      </AmendmentWords>
      <RefusalBanner refusal={refusal} />
      {isDeclining && <DeclineDialog id={id} onClose={() => setDeclining(false)} />}
    </>
  );
}

function SettledAmendment({
  view,
  amendment,
  authors,
}: Pick<SettleAmendmentsProps, 'view' | 'authors'> & { amendment: Amendment }) {
  const { t } = useTranslation('amendments');
  const { workshopId } = useEditing();
  const { run, isBusy, refusal } = useCommand();
  const putBack = () => run(() => putBackAmendment(workshopId, amendment.id), t('settle.backAgain'));
  return (
    <>
      <AmendmentWords amendment={amendment} by={<Author view={view} id={amendment.id} authors={authors} />} arePlain>
        <Button size="small" kind="plain" busy={isBusy} onPress={putBack}>
          {t('settle.putBack')}
        </Button>
      </AmendmentWords>
      <RefusalBanner refusal={refusal} />
    </>
  );
}

/** Name and group; as long as the server has not told, nothing. */
function Author({ view, id, authors }: Pick<SettleAmendmentsProps, 'view' | 'authors'> & { id: AmendmentId }) {
  const author = authors.get(id);
  const group = author?.groupId ? view.groups[author.groupId] : undefined;
  return (
    <>
      <bdi>{author?.name}</bdi>
      {group && <GroupMark name={group.name} place={group.place} size="small" />}
    </>
  );
}

function DeclineDialog({ id, onClose }: { id: AmendmentId; onClose: () => void }) {
  const { t } = useTranslation('amendments');
  const { t: frame } = useTranslation();
  const { workshopId } = useEditing();
  const [word, setWord] = useState('');
  const { run, isBusy, refusal } = useCommand();
  const decline = async (): Promise<void> => {
    if (await run(() => declineAmendment(workshopId, id, { word }), t('settle.declined'))) onClose();
  };
  return (
    <Dialog
      title={t('settle.declineTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} onPress={decline}>
            {t('settle.declineGo')}
          </Button>
          <Button onPress={onClose}>{frame('words.cancel')}</Button>
        </>
      }
    >
      <TextArea
        label={t('settle.word')}
        hint={t('settle.wordHint')}
        optional
        rows={3}
        maxLength={limits.amendmentWord}
        value={word}
        onChange={setWord}
      />
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}
