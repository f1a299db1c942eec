import type { HelpFinding } from '@board/shared/model/help';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { goTo } from './findings.ts';
import styles from './help.module.css';

/** Questions one below the other, each with the way to its place. */
export function FindingList({ findings, onGo }: { findings: readonly HelpFinding[]; onGo: () => void }) {
  const { t } = useTranslation('pickers');
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => {
        const place = t(finding.cell === 'response' ? 'help.risk' : 'help.action', { place: finding.place });
        return (
          <li key={`${finding.part}.${finding.rule}`}>
            <span className={styles['place']}>{place}</span>
            <span>{t(`help.rules.${finding.rule}`)}</span>
            <Button
              kind="plain"
              size="small"
              icon="forward"
              aria-label={`${t('help.go')}: ${place}`}
              onPress={() => {
                onGo();
                goTo(finding);
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
