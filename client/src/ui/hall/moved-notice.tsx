import type { GroupId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../announcements.ts';

/** Says in which group a person is now, when that has changed while the page was open. Draws nothing. */
export function MovedNotice({ view, groupId }: { view: LiveView; groupId: GroupId | null }) {
  const { t } = useTranslation();
  const before = useRef(groupId);
  const name = groupId === null ? null : view.groups[groupId]?.name;
  useEffect(() => {
    if (before.current === groupId || name === undefined) return;
    before.current = groupId;
    announce(name === null ? t('hall.movedOut') : t('hall.moved', { group: name }));
  }, [groupId, name, t]);
  return null;
}
