import { useTranslation } from 'react-i18next';
import type { MendedField, WaitingMend } from '../../files/import/mends.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { isolated } from '../presenting/isolated.ts';
import styles from './reading.module.css';

export interface WaitingMendsProps {
  mends: readonly WaitingMend[];
  /** Their list is one of rows. */
  inRows: boolean;
  onDecide: (mend: WaitingMend, isUsed: boolean) => void;
  /** Takes the choice back that the list was last read with; null where there was none. */
  onAsItWas: (() => void) | null;
}

/** Mends that are drawn; the others follow when these are decided. */
const mostShown = 50;

/** What somebody has changed by hand and is not in the list as it is read now: said plainly, and nothing of it is lost. */
export function WaitingMends({ mends: all, inRows, onDecide, onAsItWas }: WaitingMendsProps) {
  const { t } = useTranslation('reading');
  const mends = all.filter(({ isDecided }) => !isDecided);
  if (mends.length === 0) return null;
  const others = mends.filter(({ key }) => key !== null);
  const absent = mends.length - others.length;
  return (
    <Banner
      kind="warning"
      title={t('mends.title', { count: mends.length })}
      action={onAsItWas && <Button onPress={onAsItWas}>{t('asItWas')}</Button>}
    >
      {others.length > 0 && (
        <>
          <p>{t('mends.others', { count: others.length })}</p>
          <ul className={styles['mends']}>
            {others.slice(0, mostShown).map((mend) => (
              <li key={`${mend.key} ${mend.field} ${wordsOf(mend)}`}>
                <WaitingMendLine {...{ mend, inRows, onDecide }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {absent > 0 && <p>{t('mends.absent', { count: absent })}</p>}
    </Banner>
  );
}

function WaitingMendLine({
  mend,
  inRows,
  onDecide,
}: Pick<WaitingMendsProps, 'inRows' | 'onDecide'> & { mend: WaitingMend }) {
  const { t } = useTranslation('reading');
  const { t: word } = useTranslation('catalogue');
  const { number, line } = mend.was;
  const place = t(inRows ? 'rowAt' : 'lineAt', { row: line });
  const name = number === '' ? place : number;
  return (
    <>
      {number === '' ? place : `${isolated(number)} (${place})`}, {word(nameOfField(mend.field))}:{' '}
      <q dir="auto">{wordsOf(mend)}</q>{' '}
      <Button
        kind="quiet"
        size="small"
        aria-label={t('mends.useOf', { number: name })}
        onPress={() => onDecide(mend, true)}
      >
        {t('mends.use')}
      </Button>{' '}
      <Button
        kind="plain"
        size="small"
        aria-label={t('mends.leaveOf', { number: name })}
        onPress={() => onDecide(mend, false)}
      >
        {t('mends.leave')}
      </Button>
    </>
  );
}

/** Only what was written over other words can read otherwise now. */
function nameOfField(field: MendedField): 'number' | 'text' | 'states' {
  return field === 'number' || field === 'states' ? field : 'text';
}

function wordsOf({ field, now }: WaitingMend): string {
  return field === 'number'
    ? now.number
    : field === 'states'
      ? now.states.map(({ printed }) => printed).join('; ')
      : now.text;
}
