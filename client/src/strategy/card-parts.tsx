import { actionCells, riskCells, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { CardField } from './card-field.tsx';
import styles from './cards.module.css';
import { timeframeWords } from './months.ts';
import { ActionButtons, RemoveRiskButton } from './part-buttons.tsx';
import type { PresenceView } from './presence.ts';
import { useTable } from './table-context.ts';
import { specialKey } from './table-model.ts';

interface Props {
  row: StrategyRow;
  /** The row's name, for what is spoken. */
  name: string;
  others: PresenceView['cells'];
}

/** The actions of a row on a phone, one below the other, each with what belongs to it. */
export function CardActions({ row, name, others }: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { doc, origin, mayWrite, open } = useTable();
  const add = (): void => {
    const action = addAction(doc, row.id, origin);
    if (action) open(`${row.id}.${action}.text`);
  };
  return (
    <>
      {row.actions.map((action, index) => (
        <section
          key={action.id}
          className={styles['part']}
          aria-label={t('cell.in', { cell: t('cell.text', { place: index + 1 }), row: name })}
        >
          {actionCells.map((cell) => (
            <CardField
              key={cell}
              address={{ row: row.id, action: action.id, cell }}
              name={cell === 'text' ? t('cell.text', { place: index + 1 }) : t(`table.${cell}`)}
              spoken={t('cell.in', { cell: t(`cell.${cell}`, { place: index + 1 }), row: name })}
              others={others}
            />
          ))}
          <CardField
            cellKey={specialKey(row.id, 'timeframe', action.id)}
            name={t('table.timeframe')}
            spoken={t('cell.in', { cell: t('cell.timeframe', { place: index + 1 }), row: name })}
            others={others}
          >
            {timeframeWords(action.timeframe, i18n.language, t)}
          </CardField>
          {action.contribution && (
            <Tag tone="accent" icon="contribution">
              {t('action.given')}
            </Tag>
          )}
          {mayWrite && (
            <p className={styles['buttons']}>
              <ActionButtons
                row={row.id}
                action={action}
                of={t('cell.in', { cell: t('cell.text', { place: index + 1 }), row: name })}
              />
            </p>
          )}
        </section>
      ))}
      <AddButton act={t('action.add')} to={name} onPress={add} />
    </>
  );
}

/** The risks of a row on a phone, each with its response. */
export function CardRisks({ row, name, others }: Props) {
  const { t } = useTranslation('strategy');
  const { doc, origin, mayWrite, open } = useTable();
  const add = (): void => {
    const risk = addRisk(doc, row.id, origin);
    if (risk) open(`${row.id}.${risk}.risk`);
  };
  return (
    <>
      {row.risks.map((risk, index) => (
        <section
          key={risk.id}
          className={styles['part']}
          aria-label={t('cell.in', { cell: t('cell.risk', { place: index + 1 }), row: name })}
        >
          {riskCells.map((cell) => (
            <CardField
              key={cell}
              address={{ row: row.id, risk: risk.id, cell }}
              name={t(`cell.${cell}`, { place: index + 1 })}
              spoken={t('cell.in', { cell: t(`cell.${cell}`, { place: index + 1 }), row: name })}
              others={others}
            />
          ))}
          {mayWrite && (
            <p className={styles['buttons']}>
              <RemoveRiskButton
                row={row.id}
                risk={risk}
                of={t('cell.in', { cell: t('cell.risk', { place: index + 1 }), row: name })}
              />
            </p>
          )}
        </section>
      ))}
      <AddButton act={t('risk.add')} to={name} onPress={add} />
    </>
  );
}

/** Adds an action or a risk; its spoken name says to which row. */
function AddButton({ act, to, onPress }: { act: string; to: string; onPress: () => void }) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  if (!mayWrite) return null;
  return (
    <Button kind="plain" size="small" icon="add" aria-label={t('action.of', { act, part: to })} onPress={onPress}>
      {act}
    </Button>
  );
}
