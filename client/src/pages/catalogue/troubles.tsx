import { positionsOfState } from '@board/shared/upr/positions';
import { useTranslation } from 'react-i18next';
import { applyCure } from '../../files/import/cures.ts';
import { leavesPositionOpen, type PreviewLine, type Trouble, withPosition } from '../../files/import/preview.ts';
import { Button } from '../../ui/button.tsx';
import styles from './catalogue.module.css';

export interface TroublesProps {
  line: PreviewLine;
  troubles: readonly Trouble[];
  nameOf: (state: string) => string;
  onChange: (line: PreviewLine) => void;
}

/** What looks wrong about a recommendation, worst first; where a cure is known, a button that applies it. */
export function Troubles({ line, troubles, nameOf, onChange }: TroublesProps) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  const cureOf = ({ kind, cure = '' }: Trouble): string => {
    if (kind === 'state-unknown') return word('cure.state', { state: nameOf(cure) });
    if (kind === 'several-numbers') return word('cure.several', { numbers: cure });
    const isPrinted = kind === 'number-mended' || kind === 'number-rewritten';
    return word(isPrinted ? 'cure.printed' : 'cure.number', { number: cure });
  };
  if (troubles.length === 0) return null;
  return (
    <ul className={styles['troubles']}>
      {troubles.map((trouble) => (
        <li key={`${trouble.kind}-${trouble.detail}`} data-weight={trouble.weight}>
          <strong>{t(`weight.${trouble.weight}`)}</strong> {t(`flag.${trouble.kind}`)}{' '}
          {trouble.detail !== '' && <q dir="auto">{trouble.detail}</q>}{' '}
          {trouble.cure !== undefined && (
            <Button kind="quiet" size="small" onPress={() => onChange(applyCure(line, trouble))}>
              {cureOf(trouble)}
            </Button>
          )}
          {leavesPositionOpen(trouble) && <PositionButtons line={line} onChange={onChange} />}
        </li>
      ))}
    </ul>
  );
}

/** For this line alone; what a word means for all lines is asked above the list. */
function PositionButtons({ line, onChange }: Pick<TroublesProps, 'line' | 'onChange'>) {
  const { t } = useTranslation();
  return positionsOfState.map((position) => (
    <Button key={position} kind="quiet" size="small" onPress={() => onChange(withPosition(line, position))}>
      {t(`position.${position}`)}
    </Button>
  ));
}
