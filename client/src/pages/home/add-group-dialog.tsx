import type { WorkshopId } from '@board/shared/ids';
import { limits } from '@board/shared/protocol/limits';
import type { Result } from '@board/shared/result';
import { opensAt, type Stage } from '@board/shared/stages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addGroup, changeGroup } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useCommand } from './use-command.ts';

export interface AddGroupDialogProps {
  workshopId: WorkshopId;
  stage: Stage;
  onClose: () => void;
}

/** One more group, at any time; where the stage has closed the tables, its own can be opened at once. */
export function AddGroupDialog({ workshopId, stage, onClose }: AddGroupDialogProps) {
  const { t } = useTranslation(['home', 'frame']);
  const [name, setName] = useState('');
  const isLate = !opensAt(stage, 'tables');
  const [isOpening, setOpening] = useState(true);
  const { run, isBusy, refusal } = useCommand();
  const send = async (): Promise<Result<unknown, Refusal>> => {
    const answer = await addGroup(workshopId, { name: name.trim() });
    return answer.ok && isLate && isOpening ? changeGroup(workshopId, answer.value.id, { open: true }) : answer;
  };
  const add = async (): Promise<void> => {
    if (name.trim() !== '' && (await run(send))) onClose();
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
      {isLate && (
        <Checkbox isSelected={isOpening} onChange={setOpening}>
          {t('groups.addOpen')}
        </Checkbox>
      )}
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}
