import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { takeBackMessage } from '../../api/stage-commands.ts';
import { useFormat } from '../../format.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { ReadMessage } from '../../ui/hall/use-messages.ts';
import styles from './message-control.module.css';
import { useCommand } from './use-command.ts';

export interface SentMessagesProps {
  workshopId: WorkshopId;
  view: LiveView;
  messages: readonly ReadMessage[];
  mayTakeBack?: boolean;
}

/** Messages in one list, the latest first. A facilitator can take them back. */
export function SentMessages({ workshopId, view, messages, mayTakeBack = false }: SentMessagesProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { run, isBusy, refusal } = useCommand();
  if (messages.length === 0) return null;
  return (
    <>
      <RefusalBanner refusal={refusal} />
      <ul className={styles['list']} aria-label={t('messages.list')}>
        {messages.map(({ id, kind, to, at, text }) => (
          <li key={id}>
            <span className={styles['about']}>
              {format.time(at)}
              {' · '}
              <bdi>{to === null ? t('messages.everybody') : (view.groups[to]?.name ?? '')}</bdi>
            </span>
            <span>
              {kind === 'call' && `${t('messages.callWords')} `}
              <bdi>{text}</bdi>
            </span>
            {mayTakeBack && (
              <Button
                kind="plain"
                size="small"
                busy={isBusy}
                onPress={() => run(() => takeBackMessage(workshopId, id), t('messages.takenBack'))}
              >
                {t('messages.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
