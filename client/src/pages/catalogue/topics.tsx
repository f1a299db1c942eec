import { useTranslation } from 'react-i18next';
import type { PreviewLine } from '../../files/import/preview.ts';
import { isolated } from '../presenting/isolated.ts';
import styles from './reading.module.css';

/** Where a recommendation stands in its list, and what it is about as the list says: themes and SDGs. */
export function Topics({ line, inRows }: { line: PreviewLine; inRows: boolean }) {
  const { t } = useTranslation('reading');
  const { themes, sdgs = [] } = line;
  const parts = [
    t(inRows ? 'rowAt' : 'lineAt', { row: line.line }),
    ...(themes.length > 0 ? [`${t('themes')}: ${themes.map(isolated).join(' · ')}`] : []),
    ...(sdgs.length > 0 ? [`${t('sdgs')}: ${sdgs.join(', ')}`] : []),
  ];
  return <p className={styles['topics']}>{parts.join(' — ')}</p>;
}
