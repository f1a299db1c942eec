import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getServerFacts } from '../../api/commands.ts';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { joinAddresses } from '../home/join-address.ts';
import styles from './lobby.module.css';
import { groupsInOrder } from './scene.ts';
import { SceneFrame } from './scene-frame.tsx';

/** More groups than this are not listed beside the code: there is no room for them in letters that can be read. */
const listedGroups = 24;

/** How to join: a code to point a camera at, an address to type, and who is here already. */
export function Lobby({ view }: { workshopId: WorkshopId; view: LiveView }) {
  const { t } = useTranslation('plenary');
  const format = useFormat();
  const address = useJoinAddress(view.workshop.joinCode);
  const groups = groupsInOrder(view);
  return (
    <SceneFrame title={t('lobby.title')} aside={t('lobby.joined', { count: view.people.joined })}>
      <div className={styles['lobby']}>
        <div className={styles['code']}>{address !== null && <QrCode text={address} label={t('lobby.qr')} />}</div>
        <div className={styles['words']}>
          <p className={styles['soft']}>{t('lobby.scan')}</p>
          <p className={styles['address']}>
            {address === null ? t('lobby.noAddress') : shownAddress(address, view.workshop.joinCode)}
          </p>
          <p className={styles['soft']}>{t('lobby.code')}</p>
          <p className={styles['join']}>{view.workshop.joinCode}</p>
          {groups.length <= listedGroups && (
            <ul className={styles['groups']} data-many={groups.length > 12 || undefined}>
              {groups.map(({ id, group }) => (
                <li key={id}>
                  <GroupMark name={group.name} place={group.place} size="large" />
                  <span className={styles['name']} dir="auto">
                    {group.name}
                  </span>
                  <span className={styles['members']}>{format.number(group.members)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </SceneFrame>
  );
}

/** Without the part that every browser adds by itself, and without the code, which stands below. */
function shownAddress(address: string, code: string): string {
  return address.replace(/^https?:\/\//, '').slice(0, -`/${code}`.length);
}

/** The short address behind the code: the one this page was opened with, if others can reach it, else the server's best. */
function useJoinAddress(code: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await getServerFacts();
      if (!isWanted) return;
      if (answer.ok) setAddress(joinAddresses(answer.value.addresses, location.origin)[0] ?? location.origin);
      else timer = setTimeout(() => void ask(), 5000);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);
  return address === null ? null : `${address}/j/${code}`;
}
