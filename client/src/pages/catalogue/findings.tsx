import type { Finding, Found } from '@board/shared/upr/found';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import styles from './catalogue.module.css';
import { isInRows } from './places.ts';

/** What may mean that much is missing or wrong: said at once, not only when somebody opens the notes. */
const serious: readonly Finding['kind'][] = [
  'too-many',
  'quote-open',
  'doubtful',
  'columns-guessed',
  'title-position',
  'other-sheets',
  'other-bodies',
];

/** What the reader noticed about the list as a whole, in the order of its lines. */
export function Findings({ found }: { found: Found }) {
  const { t } = useTranslation('catalogue');
  const first = found.findings.filter(({ kind }) => serious.includes(kind));
  const notes = found.findings.filter(({ kind }) => !serious.includes(kind));
  return (
    <>
      {first.length > 0 && (
        <Banner kind="warning">
          {first.map((finding) => (
            <span key={`${finding.kind}-${finding.line}`} className={styles['finding']}>
              <Words finding={finding} />
            </span>
          ))}
        </Banner>
      )}
      {notes.length > 0 && (
        <details className={styles['findings']}>
          <summary>{t('findings', { count: notes.length })}</summary>
          <ul>
            {notes.map((finding) => (
              <li key={`${finding.kind}-${finding.line}`}>
                <Place line={finding.line} inRows={isInRows(found)} /> <Words finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Place({ line, inRows }: { line: number; inRows: boolean }) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation('reading');
  return <span className={styles['lineNumber']}>{inRows ? word('row', { row: line }) : t('line', { line })}</span>;
}

function Words({ finding }: { finding: Finding }) {
  const { t } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const gives = 'position' in finding ? finding : null;
  const position = gives?.position ? word(`position.${gives.position}`) : t('finding.unknown');
  const count = 'count' in finding ? finding.count : 1;
  return (
    <>
      {gives
        ? t(`finding.${gives.kind}`, { number: gives.kind === 'lead-in' ? gives.number : '', position })
        : t(`finding.${finding.kind}`, { count })}{' '}
      {finding.words !== '' && finding.kind !== 'too-many' && <q dir="auto">{finding.words}</q>}{' '}
    </>
  );
}
