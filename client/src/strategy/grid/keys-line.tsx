import { useTranslation } from 'react-i18next';
import { useTable } from '../table-context.ts';
import styles from './keys-line.module.css';

/** Says which keys there are, below the table while the focus is in it. For the eye: a screen reader has the grid’s description. */
export function KeysLine({ isWriting }: { isWriting: boolean }) {
  const { t } = useTranslation('strategy');
  const { mayWrite } = useTable();
  return (
    <p className={styles['keys']} aria-hidden>
      {t(isWriting ? 'table.keysOpen' : mayWrite ? 'table.keys' : 'table.keysRead')}
    </p>
  );
}
