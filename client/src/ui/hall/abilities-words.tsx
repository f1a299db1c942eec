import { type Ability, abilitiesAt, type Stage } from '@board/shared/stages';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';

/** What the stage opens and what it closes, in words. `openOnly`: where there is no room for both. */
export function AbilitiesWords({ stage, openOnly = false }: { stage: Stage; openOnly?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { open, closed } = abilitiesAt(stage);
  const named = (list: readonly Ability[]) => format.list(list.map((ability) => t(`hall.ability.${ability}`)));
  return (
    <>
      {open.length > 0 && <span>{t('hall.open', { list: named(open) })}</span>}
      {openOnly && open.length === 0 && <span>{t('hall.nothingOpen')}</span>}{' '}
      {!openOnly && closed.length > 0 && <span>{t('hall.closed', { list: named(closed) })}</span>}
    </>
  );
}
