import type { LiveView } from '@board/shared/live-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeGroup } from '../../api/commands.ts';
import type { Refusal } from '../../api/request.ts';
import { RefusalBanner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import type { PanelTools } from './panel-tools.ts';

interface Props {
  tools: PanelTools;
  groups: LiveView['groups'];
}

/** Who reads what is said here. A group that kept its strategy closed and has presented can open its comments too. */
export function Readers({ tools, groups }: Props) {
  const { workshopId, groupId, may } = tools;
  const { t } = useTranslation('comments');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const group = groups[groupId];
  if (!group) return null;
  const { keptClosed, presented } = group;
  const mayOpen = keptClosed && presented && may({ do: 'keep-closed', group: groupId });
  const open = async (): Promise<void> => {
    const answer = await changeGroup(workshopId, groupId, { keptClosed: false });
    setRefusal(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <p>
        {t(
          keptClosed
            ? presented
              ? 'panel.ownAndObservers'
              : 'panel.ownOnly'
            : presented
              ? 'panel.openToAll'
              : 'panel.beforePresented',
        )}
      </p>
      {mayOpen && (
        <Button size="small" onPress={open}>
          {t('panel.show')}
        </Button>
      )}
      <RefusalBanner refusal={refusal} />
    </>
  );
}
