import type { RowId } from '@board/shared/ids';
import type { StrategyAction, StrategyRisk } from '@board/shared/model/strategy';
import { removeAction, removeRisk, setContribution } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { useTable } from './table-context.ts';

/** What can be done with an action, in the grid and on the cards: give it to the charter or take it back, remove it. `of`: what the action is called, where it is not the cell that the buttons stand in. */
export function ActionButtons({ row, action, of }: { row: RowId; action: StrategyAction; of?: string }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const { id, contribution } = action;
  const named = (act: string) => (of === undefined ? {} : { 'aria-label': t('action.of', { act, part: of }) });
  const give = t(contribution ? 'action.take' : 'action.give');
  return (
    <>
      <Button
        kind="plain"
        size="small"
        icon="contribution"
        {...named(give)}
        onPress={() => setContribution(doc, row, id, !contribution, origin)}
      >
        {give}
      </Button>
      <Button
        kind="plain"
        size="small"
        icon="remove"
        {...named(t('action.remove'))}
        onPress={() => {
          if (removeAction(doc, row, id, origin)) announce(t('action.removed'));
        }}
      >
        {t('action.remove')}
      </Button>
    </>
  );
}

/** Removes a risk with its response. */
export function RemoveRiskButton({ row, risk, of }: { row: RowId; risk: StrategyRisk; of?: string }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  return (
    <Button
      kind="plain"
      size="small"
      icon="remove"
      {...(of === undefined ? {} : { 'aria-label': t('action.of', { act: t('risk.remove'), part: of }) })}
      onPress={() => {
        if (removeRisk(doc, row, risk.id, origin)) announce(t('risk.removed'));
      }}
    >
      {t('risk.remove')}
    </Button>
  );
}
