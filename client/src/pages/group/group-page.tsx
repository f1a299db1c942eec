import { groupDocument } from '@board/shared/ids';
import { useTranslation } from 'react-i18next';
import type { Address } from '../../address.ts';
import { mayNow } from '../../sync/rights.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeptOnDevice } from '../../ui/kept-on-device.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { WorkshopGate } from '../../ui/workshop-gate.tsx';
import { GroupStrategy } from './group-strategy.tsx';

/** A group's page: its strategy, written together. Others read it, unless the group keeps it closed until it presents. */
export function GroupPage({ workshopId, groupId }: Address) {
  const { t } = useTranslation('group');
  const { t: word } = useTranslation();
  return (
    <WorkshopGate workshopId={workshopId} here="group" width="wide">
      {({ view, me }) => {
        const group = view.groups[groupId];
        const back = <LinkButton href={`/w/${workshopId}`}>{t('unknown.back')}</LinkButton>;
        if (!group) {
          return (
            <EmptyState title={t('unknown.title')} action={back}>
              {t('unknown.text')}
            </EmptyState>
          );
        }
        const readable = mayNow(me, { do: 'read', document: groupDocument(groupId) }, view);
        if (!readable.allowed) {
          return (
            <>
              <EmptyState title={t('title', { group: group.name })} action={back}>
                {word(`errors.${readable.why}`)}
              </EmptyState>
              <KeptOnDevice workshopId={workshopId} ending={null} />
            </>
          );
        }
        return <GroupStrategy workshopId={workshopId} groupId={groupId} group={group} view={view} me={me} />;
      }}
    </WorkshopGate>
  );
}
