import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { GroupMark } from '../../ui/group-mark.tsx';
import { useNews } from '../../ui/hall/use-news.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { ChangeMeDialog } from './change-me-dialog.tsx';
import { ChooseGroup } from './choose-group.tsx';
import styles from './landing.module.css';
import { LandingSteps } from './landing-steps.tsx';
import { OwnDevices } from './own-devices.tsx';
import { SentMessages } from './sent-messages.tsx';

/** What a member or an observer can do now: their group, the open vote, the charter. */
export function Landing({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me }) {
  const { t } = useTranslation(['home', 'frame']);
  const [isChanging, setChanging] = useState(false);
  const { title, country, cycle } = view.workshop;
  const facts = [country, cycle].filter(Boolean).join(' · ');
  const group = me.groupId ? view.groups[me.groupId] : undefined;
  const isMember = me.role === 'member';
  const { earlier } = useNews(workshopId, view, me);
  return (
    <div className={styles['landing']}>
      <div>
        <h1 dir="auto">{title}</h1>
        {facts && (
          <p className={styles['facts']}>
            <bdi>{facts}</bdi>
          </p>
        )}
      </div>
      <div>
        <div className={styles['you']}>
          <p>{t(isMember ? 'landing.you' : 'landing.observer', { name: me.name })}</p>
          {group && <GroupMark name={group.name} place={group.place} withName />}
          {isMember && (
            <Button kind="plain" size="small" onPress={() => setChanging(true)}>
              {t('landing.change')}
            </Button>
          )}
        </div>
        <OwnDevices workshopId={workshopId} mayBring={view.stage !== 'closed'} devices={me.devices} />
      </div>
      {isMember && !group && view.stage !== 'closed' && <ChooseGroup workshopId={workshopId} view={view} />}
      <LandingSteps workshopId={workshopId} view={view} me={me} />
      {earlier.length > 0 && (
        <section className={styles['choose']} aria-labelledby="messages">
          <h2 id="messages">{t('messages.soFar')}</h2>
          <SentMessages workshopId={workshopId} view={view} messages={earlier} />
        </section>
      )}
      <p>
        <LinkButton kind="plain" href={`/w/${workshopId}/take-home`}>
          {t('takeHome')}
        </LinkButton>
      </p>
      {isChanging && <ChangeMeDialog workshopId={workshopId} view={view} me={me} onClose={() => setChanging(false)} />}
    </div>
  );
}
