import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Address } from '../../address.ts';
import { languages } from '../../languages.ts';
import { useLiveView } from '../../sync/use-live-view.ts';
import { type InWorkshop, WorkshopGate } from '../../ui/workshop-gate.tsx';
import { StrategyPrintPage } from './print-page.tsx';
import styles from './take-home.module.css';
import { TakeHomeParts } from './take-home-parts.tsx';

/** Everything that a workshop comes to, as files: made on this device, for whoever may read it. */
export function TakeHomePage({ workshopId }: Address) {
  const { serverNow } = useLiveView(workshopId);
  const [path] = useLocation();
  const printed = /\/take-home\/print(?:\/(\w+))?\/?$/.exec(path);
  if (printed) return <StrategyPrintPage workshopId={workshopId} group={printed[1]} />;
  return (
    <WorkshopGate workshopId={workshopId} here="takeHome" width="text">
      {(inside) => <TakeHome workshopId={workshopId} inside={inside} now={serverNow()} />}
    </WorkshopGate>
  );
}

function TakeHome({ workshopId, inside, now }: Pick<Address, 'workshopId'> & { inside: InWorkshop; now: number }) {
  const { t, i18n } = useTranslation('takehome');
  const language = languages.find(({ code }) => code === i18n.language)?.name ?? i18n.language;
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('title')}</h1>
        <p className={styles['soft']}>{t('about')}</p>
        <p className={styles['soft']}>{t('language', { language })}</p>
      </header>
      <TakeHomeParts workshopId={workshopId} {...inside} now={now} />
    </div>
  );
}
