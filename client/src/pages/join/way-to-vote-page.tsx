import { isId, type WorkshopId } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { readChoice } from '../../device-choices.ts';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import styles from './join.module.css';
import { JoinCodeForm } from './join-code-form.tsx';

/** `/v`, short enough to be typed from the wall: to the votes of the workshop that this device is in. Whoever is in none learns nothing here. */
export function WayToVotePage() {
  const { t } = useTranslation(['join', 'frame']);
  const workshop = readChoice('workshop');
  if (isId<WorkshopId>(workshop)) return <Redirect to={`/w/${workshop}/vote`} replace />;
  return (
    <Page name={t('vote.title')} width="text" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <h1>{t('vote.title')}</h1>
      <p className={styles['refusal']}>{t('vote.text')}</p>
      <JoinCodeForm />
    </Page>
  );
}
