import { fingerprint } from '@board/shared/consensus/fingerprint';
import { type AmendmentId, newId, type PersonId, type WorkshopId } from '@board/shared/ids';
import type { CharterPlace } from '@board/shared/model/charter';
import { tidyText } from '@board/shared/model/read';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeAmendment } from '../../api/amendments.ts';
import styles from '../../charter/amendments.module.css';
import { KeptProposal } from '../../charter/kept-proposal.ts';
import { WordingDifference } from '../../charter/wording-difference.tsx';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Wording } from '../../vote/wording.tsx';
import { useCommand } from '../home/use-command.ts';

export interface AmendDialogProps {
  workshopId: WorkshopId;
  personId: PersonId;
  place: CharterPlace;
  title: string;
  /** The words that stand now, followed as they change. */
  words: string;
  /** One's own open proposal, to begin with. */
  own: string | null;
  onSent: (id: AmendmentId) => void;
  onClose: () => void;
}

/** Proposes other words: those that stand, a field that begins with them, and what differs. */
export function AmendDialog({ workshopId, personId, place, title, words, own, onSent, onClose }: AmendDialogProps) {
  const { t } = useTranslation('amendments');
  const { t: word } = useTranslation();
  // The same words sent again, after an answer that was lost, are the same amendment; other words are another one.
  const [sending, setSending] = useState<{ id: AmendmentId; text: string } | null>(null);
  const [kept] = useState(() => new KeptProposal(workshopId, personId, place));
  const [text, setText] = useState(() => kept.read() ?? own ?? words);
  // A proposal is for words that somebody has read: what has changed since is shown, and has to be looked at first.
  const [read, setRead] = useState(words);
  const hasMoved = read !== words;
  const isSame = tidyText(text) === tidyText(words);
  const { run, isBusy, refusal } = useCommand();
  const write = (typed: string): void => {
    kept.keep(typed);
    setText(typed);
  };
  const leave = (): void => {
    kept.keep(null);
    onClose();
  };
  const send = async (): Promise<void> => {
    const id = sending?.text === text ? sending.id : newId<AmendmentId>();
    setSending({ id, text });
    const command = { id, place, fingerprint: fingerprint(read), text };
    if (!(await run(() => proposeAmendment(workshopId, command), t('propose.sent')))) return;
    onSent(id);
    leave();
  };
  return (
    <Dialog
      title={title}
      width="sheet"
      onClose={leave}
      actions={
        <>
          <Button kind="primary" busy={isBusy} isDisabled={isSame || hasMoved || tidyText(text) === ''} onPress={send}>
            {t('propose.send')}
          </Button>
          <Button onPress={leave}>{word('words.cancel')}</Button>
        </>
      }
    >
      {hasMoved && (
        <Banner kind="warning" action={<Button onPress={() => setRead(words)}>{t('propose.goOn')}</Button>}>
          {t('propose.moved')}
          <WordingDifference before={read} after={words} />
        </Banner>
      )}
      <div className={styles['both']}>
        <section className={styles['now']} aria-label={t('propose.now')}>
          <p className={styles['soft']}>{t('propose.now')}</p>
          <Wording text={words} />
        </section>
        <TextArea
          label={t('propose.yours')}
          hint={t('propose.who')}
          value={text}
          onChange={write}
          rows={linesFor(text)}
          maxLength={limits.amendmentText}
        />
      </div>
      <section className={styles['changes']} aria-label={t('propose.difference')}>
        <p className={styles['label']}>{t('propose.difference')}</p>
        {isSame ? (
          <p className={styles['soft']}>{t('propose.same')}</p>
        ) : (
          <WordingDifference before={words} after={tidyText(text)} />
        )}
      </section>
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}

/** Lines of the field: as many as the words fill on a phone, up to what leaves room for the rest. */
function linesFor(text: string): number {
  return Math.min(9, Math.max(4, Math.ceil(text.length / 34)));
}
