import type { WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { getMe, joinWorkshop } from '../../api/commands.ts';
import { Banner, RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './join.module.css';
import { keyInFragment } from './secret-link.ts';
import { useEntering } from './use-entering.ts';

/**
 * The facilitator's secret link. The key stands in the fragment, which browsers never send; it is taken out of the
 * address at once, so that it is neither projected nor kept in the history, and exchanged for a cookie.
 */
export function FacilitatePage({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation(['join', 'frame']);
  const [, go] = useLocation();
  const [key] = useState(() => keyInFragment(location.hash));
  const [name, setName] = useState('');
  const { enter, busyAs, refusal } = useEntering<'facilitator'>(workshopId);
  useEffect(() => {
    history.replaceState(history.state, '', location.pathname);
    void getMe(workshopId).then((answer) => {
      if (answer.ok && answer.value.role === 'facilitator') go(`/w/${workshopId}`, { replace: true });
    });
  }, [workshopId, go]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (key === null || name.trim() === '') return;
    await enter('facilitator', () => joinWorkshop(workshopId, { key, name: name.trim() }));
  };
  return (
    <Page name={t('facilitate.title')} width="text" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      <form className={styles['form']} onSubmit={submit}>
        <h1>{t('facilitate.title')}</h1>
        {key === null ? <Banner kind="error">{t('facilitate.missing')}</Banner> : <p>{t('facilitate.text')}</p>}
        <TextField
          label={t('name.label')}
          hint={t('name.hint')}
          value={name}
          onChange={setName}
          maxLength={limits.shortText}
          autoComplete="name"
        />
        <RefusalBanner refusal={refusal} />
        <div>
          <Button
            kind="primary"
            size="large"
            type="submit"
            busy={busyAs !== null}
            isDisabled={key === null || name.trim() === ''}
          >
            {t('facilitate.go')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
