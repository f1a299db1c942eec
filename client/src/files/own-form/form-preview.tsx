import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format.ts';
import styles from '../../strategy/clipboard/paste.module.css';
import { addedTo, type FormTable, wordsOf } from './form.ts';
import type { FormPlan } from './form-plan.ts';

interface Props {
  table: FormTable;
  plan: FormPlan;
  /** It says what the table says already. */
  isSame: boolean;
}

const mostShown = 8;
const mostSigns = 300;
/** Numbers that are named. */
const mostNamed = 8;

/** What a file says, and how much of it is new. */
export function FormPreview({ table, plan, isSame }: Props) {
  const { t } = useTranslation(['takehome', 'strategy']);
  const format = useFormat();
  const rows = table.rows.map(({ below = [], ...row }) => below.reduce(addedTo, row));
  const actions = rows.reduce((sum, row) => sum + row.actions.length, 0);
  const counted = t('takeIn.found', {
    rows: t('takeIn.rows', { count: table.rows.length }),
    actions: t('takeIn.actions', { count: actions }),
  });
  const unknown = plan.unknownNumbers.slice(0, mostNamed);
  return (
    <>
      <p>
        {counted}{' '}
        {isSame ? t('takeIn.same') : `${t('takeIn.added', { count: plan.paste.added.length })} ${t('takeIn.rule')}`}
      </p>
      {unknown.length > 0 && <p>{t('takeIn.unknownNumbers', { numbers: format.list(unknown) })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <section className={styles['frame']} aria-label={t('takeIn.table')} tabIndex={0}>
        <table className={styles['preview']}>
          <thead>
            <tr>
              {(['number', 'text', 'indicator', 'timeframe', 'risk'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`strategy:column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostShown).map((row, at) => (
              <tr key={row.id || `row ${at + 1}`}>
                <td dir="auto">{row.number || '–'}</td>
                <Cell texts={row.actions.map(({ text }) => wordsOf(text))} />
                <Cell texts={row.actions.map(({ indicator }) => wordsOf(indicator))} />
                <Cell texts={row.actions.map(({ timeframe }) => timeframe)} />
                <Cell texts={row.risks.map(({ risk }) => wordsOf(risk))} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {table.rows.length > mostShown && <p>{t('strategy:clipboard.more', { count: table.rows.length - mostShown })}</p>}
    </>
  );
}

function Cell({ texts }: { texts: readonly string[] }) {
  const all = texts.filter((text) => text !== '').join('\n\n');
  return <td dir="auto">{all.length > mostSigns ? `${all.slice(0, mostSigns)} …` : all}</td>;
}
