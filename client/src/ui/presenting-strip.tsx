import type { Me } from '@board/shared/commands';
import type { WorkshopId } from '@board/shared/ids';
import type { LiveView } from '@board/shared/live-view';
import { opensAt } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { GroupMark, hueOf } from './group-mark.tsx';
import styles from './presenting-strip.module.css';

/** On every page: which group presents now, and the way to what one can do about it. Nothing while none does. */
export function PresentingStrip({ workshopId, view, me }: { workshopId: WorkshopId; view: LiveView; me: Me | null }) {
  const { t } = useTranslation();
  const { presentation } = view;
  const group = presentation ? view.groups[presentation.groupId] : undefined;
  if (!presentation || !group) return null;
  const isOwn = me?.role === 'member' && me.groupId === presentation.groupId;
  const maySay = me?.role === 'member' && presentation.feedback !== 'off' && opensAt(view.stage, 'feedback');
  return (
    <div className={styles['strip']} style={hueOf(group.place)}>
      <p className={styles['words']} role="status">
        <GroupMark name={group.name} place={group.place} size="small" />
        <span dir="auto">{t('presenting.now', { group: group.name })}</span>
      </p>
      <Link href={`/w/${workshopId}/presenting`}>
        {t(isOwn ? 'presenting.own' : maySay ? 'presenting.say' : 'presenting.follow')}
      </Link>
    </div>
  );
}
