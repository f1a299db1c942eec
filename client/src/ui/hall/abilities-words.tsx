import type { LiveView } from '@board/shared/live-view';
import { type Ability, abilitiesAt } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';

interface Props {
  view: Pick<LiveView, 'stage' | 'charter'>;
  /** Where there is no room for both. */
  openOnly?: boolean;
}

/** What is open now and what is closed, in words. */
export function AbilitiesWords({ view, openOnly = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, closed } = abilitiesAt(view.stage, view.charter.adopted !== null);
  const named = (list: readonly Ability[]) => format.list(list.map((ability) => t(`hall.ability.${ability}`)));
  return (
    <>
      {open.length > 0 && <span>{t('hall.open', { list: named(open) })}</span>}
      {openOnly && open.length === 0 && <span>{t('hall.nothingOpen')}</span>}{' '}
      {!openOnly && closed.length > 0 && <span>{t('hall.closed', { list: named(closed) })}</span>}
    </>
  );
}
