import type { LiveView } from '@board/shared/live-view';
import type { Wifi } from '@board/shared/screen-view';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import { GroupMark } from '../../ui/group-mark.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { languageOfScript } from '../../vote/wording.tsx';
import styles from './lobby.module.css';
import { groupsInOrder } from './scene.ts';
import { SceneFrame } from './scene-frame.tsx';
import { useBoardAddress } from './use-board-address.ts';
import { wifiCode } from './wifi-code.ts';

/** One column of groups is read more easily; more than this stand in two. */
const oneColumn = 13;

/** How to join: the Wi-Fi where the facilitator has told it, a code to point a camera at, an address to type, and who is here already. */
export function Lobby({ view }: { view: LiveView }) {
  const { t } = useTranslation(['plenary', 'screen']);
  const { wifi } = view.screen;
  return (
    <SceneFrame title={t('lobby.title')} aside={t('lobby.joined', { count: view.people.joined })}>
      <div className={styles['lobby']} data-wifi={wifi !== null || undefined}>
        {wifi && <WifiWay wifi={wifi} />}
        <BoardWay code={view.workshop.joinCode} isSecond={wifi !== null} />
        <Groups view={view} />
      </div>
    </SceneFrame>
  );
}

function WifiWay({ wifi }: { wifi: Wifi }) {
  const { t } = useTranslation('screen');
  return (
    <section className={styles['way']}>
      <h2 className={styles['step']}>{t('join.wifiFirst')}</h2>
      <div className={styles['code']}>
        <QrCode text={wifiCode(wifi)} label={t('join.wifiQr')} />
      </div>
      <dl className={styles['facts']}>
        <dt>{t('join.network')}</dt>
        <dd>{wifi.name}</dd>
        <dt>{t('join.password')}</dt>
        <dd>{wifi.password || t('join.noPassword')}</dd>
      </dl>
    </section>
  );
}

function BoardWay({ code, isSecond }: { code: string; isSecond: boolean }) {
  const { t } = useTranslation(['plenary', 'screen']);
  const board = useBoardAddress();
  const address = board === null ? null : `${board}/j/${code}`;
  return (
    <section className={styles['way']}>
      <h2 className={styles['step']}>{isSecond ? t('screen:join.boardThen') : t('lobby.scan')}</h2>
      <div className={styles['code']}>{address !== null && <QrCode text={address} label={t('lobby.qr')} />}</div>
      <div>
        <p className={styles['address']}>{address === null ? t('lobby.noAddress') : shownAddress(address, code)}</p>
        {code !== '' && (
          <p className={styles['join']}>
            <span className={styles['soft']}>{t('lobby.code')}</span> <bdi>{code}</bdi>
          </p>
        )}
      </div>
    </section>
  );
}

function Groups({ view }: { view: LiveView }) {
  const { t } = useTranslation('screen');
  const format = useFormat();
  const groups = groupsInOrder(view);
  const list = useRoomForNames();
  return (
    <section className={`${styles['way']} ${styles['all']}`}>
      <h2 className={styles['step']}>{t('join.groups')}</h2>
      <ul className={styles['groups']} data-many={groups.length > oneColumn || undefined} ref={list}>
        {groups.map(({ id, group }) => (
          <li key={id}>
            <GroupMark name={group.name} place={group.place} size="large" />
            <span className={styles['name']} dir="auto" lang={languageOfScript(group.name)}>
              {group.name}
            </span>
            <span className={styles['members']}>{format.number(group.members)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Smaller letters where the names need them, and only then one line for each. Measured before anything is painted. */
function useRoomForNames(): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      const names = list.current;
      if (!names) return;
      delete names.dataset['tight'];
      for (const tight of ['letters', 'lines']) {
        if (names.scrollHeight <= names.clientHeight + 1) return;
        names.dataset['tight'] = tight;
      }
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (list.current?.parentElement) observer.observe(list.current.parentElement);
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      document.fonts.removeEventListener('loadingdone', measure);
      observer.disconnect();
    };
  });
  return list;
}

/** Without the part that every browser adds by itself, and without the code, which stands below. */
function shownAddress(address: string, code: string): string {
  return address.replace(/^https?:\/\//, '').slice(0, -`/${code}`.length);
}
