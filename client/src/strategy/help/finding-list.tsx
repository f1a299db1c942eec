import type { HelpFinding } from '@board/shared/model/help';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { Button } from '../../ui/button.tsx';
import { goToCell } from '../wanted-row.ts';
import styles from './help.module.css';

interface Props {
  /** The strategy that they are about. */
  doc: Y.Doc;
  findings: readonly HelpFinding[];
  onGo: () => void;
}

/** Questions one below the other, each with the way to its place. */
export function FindingList({ doc, findings, onGo }: Props) {
  const { t } = useTranslation('pickers');
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => {
        const isOfRisk = finding.cell === 'risk' || finding.cell === 'response';
        const place = t(isOfRisk ? 'help.risk' : 'help.action', { place: finding.place });
        return (
          <li key={`${finding.part}.${finding.cell}.${finding.rule}`}>
            <span className={styles['place']}>{place}</span>
            <span>{t(`help.rules.${finding.rule}`)}</span>
            <Button
              kind="plain"
              size="small"
              icon="forward"
              aria-label={`${t('help.go')}: ${place}`}
              onPress={() => {
                onGo();
                goToCell(doc, `${finding.row}.${finding.part}.${finding.cell}`);
              }}
            >
              {t('help.go')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
