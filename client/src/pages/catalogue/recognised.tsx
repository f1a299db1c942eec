import type { Found } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import styles from './reading.module.css';

/** What the file and the list in it were taken for, and what the list says about itself. */
export function Recognised({ found }: { found: Found }) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  const origin = found.table?.origin;
  return (
    <>
      <span>{origin ? word(`origin.${origin}`) : t(`format.${found.format}`)}</span>{' '}
      {found.file && <span>{word(`file.${found.file}`)}</span>}{' '}
      {found.table?.title && (
        <q className={styles['title']} dir="auto">
          {found.table.title}
        </q>
      )}
    </>
  );
}
