import type { ServerFacts } from '@board/shared/commands';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getServerFacts } from '../../api/commands.ts';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { JoinCodeForm } from '../join/join-code-form.tsx';
import { CreateForm } from './create-form.tsx';
import { DemonstrationOffer } from './demonstration-offer.tsx';
import { KnownWorkshops } from './known-workshops.tsx';
import styles from './start.module.css';
import { TakeUpOffer } from './take-up-offer.tsx';

/** The first page: what the board is, the way in with a code, a new workshop, a demonstration. */
export function StartPage() {
  const { t } = useTranslation(['start', 'frame']);
  const [facts, setFacts] = useState<ServerFacts | null>(null);
  useEffect(() => {
    void getServerFacts().then((answer) => answer.ok && setFacts(answer.value));
  }, []);
  const keyNeeded = facts?.createKeyNeeded ?? false;
  return (
    <Page name={t('frame:board')} header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <div className={styles['opening']}>
        <h1>{t('title')}</h1>
        <p className={styles['about']}>{t('about')}</p>
      </div>
      <div className={styles['columns']}>
        <CreateForm keyNeeded={keyNeeded} />
        <div className={styles['aside']}>
          <JoinCodeForm withTitle />
          <KnownWorkshops />
          <DemonstrationOffer keyNeeded={keyNeeded} />
          <Suspense>
            <TakeUpOffer keyNeeded={keyNeeded} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
