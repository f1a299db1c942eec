import type { WorkshopId } from '@board/shared/ids';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pairScreen } from '../../../api/screen-commands.ts';
import { RefusalBanner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import home from '../home.module.css';
import { useCommand } from '../use-command.ts';
import { useJoinAddresses } from '../use-join-addresses.ts';
import styles from './screen-control.module.css';

/**
 * Lets in the screen whose code is typed. The facilitator types what stands on the wall, and does not pick from a list of
 * screens that wait: a stranger's would be in it too.
 */
export function PairScreen({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation('screen');
  const [code, setCode] = useState('');
  const [isIn, setIn] = useState(false);
  const { run, isBusy, refusal } = useCommand();
  const address = `${useJoinAddresses()[0] ?? location.origin}/screen`;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (code.trim() === '') return;
    const isRight = await run(() => pairScreen(workshopId, { code }), t('control.connecting'));
    setIn(isRight);
    if (isRight) setCode('');
  };
  return (
    <form className={styles['pair']} onSubmit={submit}>
      <p className={home['hint']}>{t('control.how', { address: address.replace(/^https?:\/\//, '') })}</p>
      <div className={styles['line']}>
        <TextField
          label={t('control.code')}
          value={code}
          onChange={setCode}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button type="submit" icon="screen" busy={isBusy} isDisabled={code.trim() === ''}>
          {t('control.connect')}
        </Button>
        <LinkButton kind="plain" href={`/screen#${workshopId}`} newWindow icon="open">
          {t('control.here')}
        </LinkButton>
      </div>
      <p className={home['hint']} role="status">
        {isIn && t('control.connecting')}
      </p>
      <RefusalBanner refusal={refusal} />
    </form>
  );
}
