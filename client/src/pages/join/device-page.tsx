import { newSecret, type WorkshopId } from '@board/shared/ids';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getMe } from '../../api/commands.ts';
import { enterWithLink } from '../../api/device-commands.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './join.module.css';
import { keyInFragment } from './secret-link.ts';
import { useEntering } from './use-entering.ts';

/**
 * Where another device of one's own comes in. As with the facilitator's link the key is taken out of the address at once. It is
 * used by a press only: whoever was sent a stranger's link is told first what it does.
 */
export function DevicePage({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation(['join', 'frame']);
  const [key] = useState(() => keyInFragment(location.hash));
  const [claim] = useState(newSecret);
  const [here, setHere] = useState<string | null>(null);
  const { enter, busyAs, refusal } = useEntering<'device'>(workshopId);
  useEffect(() => {
    history.replaceState(history.state, '', location.pathname);
    void getMe(workshopId).then((answer) => answer.ok && setHere(answer.value.name));
  }, [workshopId]);
  const comeIn = async (): Promise<void> => {
    if (key !== null) await enter('device', () => enterWithLink(workshopId, { key, claim }));
  };
  return (
    <Page name={t('device.title')} width="text" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <div className={styles['form']}>
        <h1>{t('device.title')}</h1>
        {key === null ? <Banner kind="error">{t('device.missing')}</Banner> : <p>{t('device.text')}</p>}
        {key !== null && here !== null && <Banner kind="warning">{t('device.other', { name: here })}</Banner>}
        <RefusalBanner refusal={refusal} />
        <div>
          <Button kind="primary" size="large" busy={busyAs !== null} isDisabled={key === null} onPress={comeIn}>
            {t('device.go')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
