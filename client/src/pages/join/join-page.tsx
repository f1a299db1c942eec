import type { CodeFound } from '@board/shared/commands';
import type { Result } from '@board/shared/result';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { findCode, getMe } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './join.module.css';
import { JoinCodeForm } from './join-code-form.tsx';
import { JoinForm } from './join-form.tsx';

/** `/j/<code>`: from a code to a name and a group. A device that has joined before goes straight in. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useTranslation(['join', 'frame']);
  const found = useCode(code);
  const title = found?.ok ? found.value.title : t('title');
  return (
    <Page name={title} width="text" header={<PageHeader title={t('frame:board')} titleHref="/" />}>
      {code === '' && (
        <>
          <h1>{t('title')}</h1>
          <JoinCodeForm />
        </>
      )}
      {code !== '' && found === null && <Waiting>{t('loading')}</Waiting>}
      {found && !found.ok && (
        <>
          <h1>{t('title')}</h1>
          <div className={styles['refusal']}>
            <RefusalBanner refusal={found.problem} />
          </div>
          {found.problem.code === 'offline' ? <LinkButton href="/j">{t('code.other')}</LinkButton> : <JoinCodeForm />}
        </>
      )}
      {found?.ok && <JoinForm code={code} workshop={found.value} />}
    </Page>
  );
}

/** The workshop behind a code; null while it is being looked for. Somebody who has joined it on this device is taken there. */
function useCode(code: string): Result<CodeFound, Refusal> | null {
  const [, go] = useLocation();
  const [found, setFound] = useState<Result<CodeFound, Refusal> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setFound(null);
    const look = async (): Promise<void> => {
      const answer = await findCode(code);
      const me = answer.ok ? await getMe(answer.value.workshopId) : null;
      if (!isCurrent) return;
      if (answer.ok && me?.ok) go(`/w/${answer.value.workshopId}`, { replace: true });
      else setFound(answer);
    };
    if (code !== '') void look();
    return () => {
      isCurrent = false;
    };
  }, [code, go]);
  return found;
}
