import type { ChangeMe, Me } from '@board/shared/commands';
import type { GroupId, WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { limits } from '@board/shared/protocol/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMe } from '../../api/commands.ts';
import { meStores } from '../../sync/me.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { orderedGroups } from './ordered-groups.ts';
import { useCommand } from './use-command.ts';

export interface ChangeMeDialogProps {
  workshopId: WorkshopId;
  view: LiveView;
  me: Me;
  onClose: () => void;
}

type Facts = Partial<Pick<Me, 'name' | 'organisation' | 'groupId'>>;

const noGroup = 'none';

/** A member's own name, organisation and group. */
export function ChangeMeDialog({ workshopId, view, me, onClose }: ChangeMeDialogProps) {
  const { t } = useTranslation(['home', 'frame']);
  // What is not touched here stays as it is by now: the facilitator may have moved this person meanwhile.
  const [changed, setChanged] = useState<Facts>({});
  const { name, organisation, groupId } = { ...me, ...changed };
  const { run, isBusy, refusal } = useCommand();
  const set = (change: Facts): void => setChanged({ ...changed, ...change });
  const save = async (): Promise<void> => {
    const isDone = await run(async () => {
      const answer = await changeMe(workshopId, trimmed(changed));
      if (answer.ok) meStores.get(workshopId).set(answer.value);
      return answer;
    });
    if (isDone) onClose();
  };
  return (
    <Dialog
      title={t('landing.changeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={isBusy} isDisabled={name.trim() === ''} onPress={save}>
            {t('frame:words.save')}
          </Button>
          <Button onPress={onClose}>{t('frame:words.cancel')}</Button>
        </>
      }
    >
      <TextField
        label={t('landing.name')}
        value={name}
        onChange={(text) => set({ name: text })}
        maxLength={limits.shortText}
      />
      <TextField
        optional
        label={t('landing.organisation')}
        value={organisation}
        onChange={(text) => set({ organisation: text })}
        maxLength={limits.shortText}
      />
      <Select
        label={t('landing.group')}
        value={groupId ?? noGroup}
        onChange={(value) => set({ groupId: value === noGroup ? null : (value as GroupId) })}
        options={[
          { value: noGroup, label: t('landing.noGroup') },
          ...orderedGroups(view).map(({ id, group: { name: label } }) => ({ value: id as string, label })),
        ]}
      />
      <RefusalBanner refusal={refusal} />
    </Dialog>
  );
}

function trimmed({ name, organisation, ...rest }: Facts): ChangeMe {
  return {
    ...rest,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(organisation === undefined ? {} : { organisation: organisation.trim() }),
  };
}
