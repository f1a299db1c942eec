import type { RowId } from '@board/shared/ids';
import type { StrategyAction, StrategyRisk } from '@board/shared/model/strategy';
import { removeAction, removeRisk, setContribution } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { useTable } from './table-context.ts';

/** What can be done with an action, in the grid and on the cards: give it to the charter or take it back, remove it. */
export function ActionButtons({ row, action }: { row: RowId; action: StrategyAction }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const { id, contribution } = action;
  return (
    <>
      <Button
        kind="plain"
        size="small"
        icon="contribution"
        onPress={() => setContribution(doc, row, id, !contribution, origin)}
      >
        {t(contribution ? 'action.take' : 'action.give')}
      </Button>
      <Button
        kind="plain"
        size="small"
        icon="remove"
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
export function RemoveRiskButton({ row, risk }: { row: RowId; risk: StrategyRisk }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  return (
    <Button
      kind="plain"
      size="small"
      icon="remove"
      onPress={() => {
        if (removeRisk(doc, row, risk.id, origin)) announce(t('risk.removed'));
      }}
    >
      {t('risk.remove')}
    </Button>
  );
}
