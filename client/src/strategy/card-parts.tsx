import { actionCells, riskCells, type StrategyRow } from '@board/shared/model/strategy';
import { addAction, addRisk, removeAction, removeRisk, setContribution } from '@board/shared/model/strategy-edits';
import { useTranslation } from 'react-i18next';
import { announce } from '../ui/announcements.ts';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { CardField } from './card-field.tsx';
import styles from './cards.module.css';
import { timeframeWords } from './months.ts';
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
              others={others}
            />
          ))}
          <CardField cellKey={specialKey(row.id, 'timeframe', action.id)} name={t('table.timeframe')} others={others}>
            {timeframeWords(action.timeframe, i18n.language, t)}
          </CardField>
          {action.contribution && (
            <Tag tone="accent" icon="contribution">
              {t('action.given')}
            </Tag>
          )}
          {mayWrite && (
            <p className={styles['buttons']}>
              <Button
                kind="plain"
                size="small"
                icon="contribution"
                onPress={() => setContribution(doc, row.id, action.id, !action.contribution, origin)}
              >
                {t(action.contribution ? 'action.take' : 'action.give')}
              </Button>
              <Button
                kind="plain"
                size="small"
                icon="remove"
                onPress={() => {
                  if (removeAction(doc, row.id, action.id, origin)) announce(t('action.removed'));
                }}
              >
                {t('action.remove')}
              </Button>
            </p>
          )}
        </section>
      ))}
      {mayWrite && (
        <Button kind="plain" size="small" icon="add" onPress={add}>
          {t('action.add')}
        </Button>
      )}
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
              others={others}
            />
          ))}
          {mayWrite && (
            <p className={styles['buttons']}>
              <Button
                kind="plain"
                size="small"
                icon="remove"
                onPress={() => {
                  if (removeRisk(doc, row.id, risk.id, origin)) announce(t('risk.removed'));
                }}
              >
                {t('risk.remove')}
              </Button>
            </p>
          )}
        </section>
      ))}
      {mayWrite && (
        <Button kind="plain" size="small" icon="add" onPress={add}>
          {t('risk.add')}
        </Button>
      )}
    </>
  );
}
