import type { PersonListed } from '@board/shared/commands';
import type { GroupId, PersonId, WorkshopId } from '@board/shared/ids';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson } from '../../api/commands.ts';
import type { useCommand } from './use-command.ts';

/** Makes members observers and observers members; who comes back as a member is in the former group again, as far as this page knows it. */
export function useRoles(workshopId: WorkshopId, run: ReturnType<typeof useCommand>['run']) {
  const { t } = useTranslation('home');
  const formerGroups = useRef(new Map<PersonId, GroupId | null>());
  const makeObserver = async ({ personId, name, groupId }: PersonListed): Promise<void> => {
    const send = () => changePerson(workshopId, personId, { role: 'observer' });
    if (await run(send, t('people.madeObserver', { name }))) formerGroups.current.set(personId, groupId);
  };
  const makeMember = async ({ personId, name }: PersonListed): Promise<void> => {
    const groupId = formerGroups.current.get(personId) ?? null;
    await run(() => changePerson(workshopId, personId, { role: 'member', groupId }), t('people.madeMember', { name }));
  };
  return { makeObserver, makeMember };
}
