import type { WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addGroup } from '../../api/commands.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommand } from './use-command.ts';

/** One more group, at any time. */
export function AddGroupDialog({ workshopId, onClose }: { workshopId: WorkshopId; onClose: () => void }) {
  const { t } = useTranslation(['home', 'frame']);
  const [name, setName] = useState('');
  const { run, isBusy, refusal } = useCommand();
  const add = async (): Promise<void> => {
    if (name.trim() !== '' && (await run(() => addGroup(workshopId, { name: name.trim() })))) onClose();
  };
  return (
    <Dialog
      title={t('groups.add')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} isDisabled={name.trim() === ''} onPress={add}>
            {t('groups.addGo')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <TextField
        label={t('groups.addName')}
        value={name}
        onChange={setName}
        maxLength={limits.shortText}
        onKeyDown={(event) => event.key === 'Enter' && void add()}
      />
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}
