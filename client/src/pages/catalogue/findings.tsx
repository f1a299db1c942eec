import type { Found } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import styles from './catalogue.module.css';

/** What the reader noticed about the list as a whole, in the order of its lines. */
export function Findings({ found }: { found: Found }) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const { t: place } = useTranslation('reading');
  const inSheet = found.table?.sheets !== undefined || found.file === 'docx';
  if (found.findings.length === 0) return null;
  return (
    <details className={styles['findings']}>
      <summary>{t('findings', { count: found.findings.length })}</summary>
      <ul>
        {found.findings.map((finding) => (
          <li key={`${finding.kind}-${finding.line}`}>
            <span className={styles['lineNumber']}>
              {inSheet ? place('row', { row: finding.line }) : t('line', { line: finding.line })}
            </span>{' '}
            {finding.kind === 'lead-in'
              ? t('finding.lead-in', {
                  number: finding.number,
                  position: finding.position ? word(`position.${finding.position}`) : t('finding.unknown'),
                })
              : t(`finding.${finding.kind}`, { count: finding.count })}{' '}
            <q dir="auto">{finding.words}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}
