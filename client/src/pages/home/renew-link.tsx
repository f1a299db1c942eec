import type { WorkshopId } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renewJoinCode } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { useCommand } from './use-command.ts';

/** Makes a new join link; those who have joined stay in, or all join again. */
export function RenewLink({ workshopId }: { workshopId: WorkshopId }) {
  const { t } = useTranslation('home');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setAsking(true)}>
        {t('join.renew')}
      </Button>
      {isAsking && <RenewDialog workshopId={workshopId} onClose={() => setAsking(false)} />}
    </>
  );
}

function RenewDialog({ workshopId, onClose }: { workshopId: WorkshopId; onClose: () => void }) {
  const { t } = useTranslation(['home', 'frame']);
  const [joined, setJoined] = useState<'stay' | 'again'>('stay');
  const { run, isBusy, refusal } = useCommand();
  const renew = async (): Promise<void> => {
    const done = await run(() => renewJoinCode(workshopId, { endSessions: joined === 'again' }), t('join.renewed'));
    if (done) onClose();
  };
  return (
    <Dialog
      title={t('join.renewTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={isBusy} onPress={renew}>
            {t('join.renewGo')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <p>{t('join.renewText')}</p>
      <RadioCards
        label={t('join.renewLabel')}
        value={joined}
        onChange={setJoined}
        cards={[
          { value: 'stay', label: t('join.renewKeep'), meaning: t('join.renewKeepText') },
          { value: 'again', label: t('join.renewAll'), meaning: t('join.renewAllText') },
        ]}
      />
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}
