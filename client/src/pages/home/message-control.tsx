import type { Me } from '@board/shared/commands';
import { type GroupId, type MessageId, newId, type WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendMessage } from '../../api/stage-commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useMessages } from '../../ui/hall/use-messages.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './message-control.module.css';
import { orderedGroups } from './ordered-groups.ts';
import { SentMessages } from './sent-messages.tsx';
import { useCommand } from './use-command.ts';

const everybody = 'all';

/** A word to the hall or to one group, and the call to the plenary. */
export function MessageControl({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation('home');
  const [text, setText] = useState('');
  const [to, setTo] = useState<string>(everybody);
  const { run, isBusy, refusal } = useCommand();
  const sent = useMessages(workshopId, view, me);
  const idFor = useMessageId();
  const group = to === everybody ? undefined : view.groups[to as GroupId];
  const send = async (kind: 'words' | 'call'): Promise<void> => {
    const message = { kind, to: kind === 'call' || !group ? null : (to as GroupId), text: text.trim() };
    const body = { ...message, id: idFor(JSON.stringify(message)) };
    const done = kind === 'call' ? t('messages.called') : t('messages.sent');
    if (!(await run(() => sendMessage(workshopId, body), done))) return;
    idFor(null);
    setText('');
  };
  const isEmpty = text.trim() === '';
  return (
    <section className={styles['part']} aria-labelledby="messages">
      <h2 id="messages">{t('messages.title')}</h2>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty && !isBusy) void send('words');
        }}
      >
        <TextField label={t('messages.text')} value={text} onChange={setText} maxLength={limits.messageText} />
        <Select
          label={t('messages.to')}
          value={group ? to : everybody}
          onChange={setTo}
          options={[
            { value: everybody, label: t('messages.everybody') },
            ...orderedGroups(view).map((one) => ({ value: one.id as string, label: one.group.name })),
          ]}
        />
        <Button type="submit" busy={isBusy} isDisabled={isEmpty}>
          {t('messages.send')}
        </Button>
      </form>
      <div className={styles['call']}>
        <Button size="small" busy={isBusy} onPress={() => send('call')}>
          {t('messages.callAll')}
        </Button>
        <p className={styles['soft']}>{t('messages.callHint')}</p>
      </div>
      <RefusalBanner refusal={refusal} />
      <SentMessages workshopId={workshopId} view={view} messages={sent} mayTakeBack />
    </section>
  );
}

/** The same id for the same words until they are known to have arrived (null), so that sending again never says them twice. */
function useMessageId(): (words: string | null) => MessageId {
  const known = useRef<{ words: string | null; id: MessageId }>({ words: null, id: newId() });
  return (words) => {
    if (known.current.words !== words) known.current = { words, id: newId() };
    return known.current.id;
  };
}
