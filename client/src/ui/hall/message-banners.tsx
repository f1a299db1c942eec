import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { LinkButton } from '../link-button.tsx';
import styles from './hall-strip.module.css';
import type { ReadMessage } from './use-messages.ts';
import { putAway, useNews } from './use-news.ts';

/** More at once would push the page away. */
const mostShown = 3;

export interface MessageBannersProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  /** One only: where the page has something to do at once. */
  isBusy?: boolean;
}

/** What facilitators have told this person, until it is put away on this device. A call asks and leads; nobody is moved. */
export function MessageBanners({ workshopId, view, me, isBusy = false }: MessageBannersProps) {
  const { news } = useNews(workshopId, view, me);
  if (news.length === 0) return null;
  return (
    <div className={styles['messages']}>
      {news.slice(0, isBusy ? 1 : mostShown).map((message) => (
        <MessageBanner key={message.id} message={message} workshopId={workshopId} />
      ))}
    </div>
  );
}

function MessageBanner({
  message: { id, kind, to, at, text },
  workshopId,
}: {
  message: ReadMessage;
  workshopId: WorkshopId;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const isCall = kind === 'call';
  const from = t(to === null ? 'messages.toAll' : 'messages.toGroup', { time: format.time(at) });
  return (
    <Banner
      {...(isCall ? { title: t('messages.call') } : {})}
      action={
        <>
          {isCall && (
            <LinkButton kind="primary" href={`/w/${workshopId}/plenary`} onPress={() => putAway(id)}>
              {t('messages.callGo')}
            </LinkButton>
          )}
          <Button kind="plain" onPress={() => putAway(id)}>
            {t('messages.putAway')}
          </Button>
        </>
      }
    >
      {text !== '' && (
        <p className={styles['words']}>
          <bdi>{text}</bdi>
        </p>
      )}
      <p className={styles['soft']}>{from}</p>
    </Banner>
  );
}
