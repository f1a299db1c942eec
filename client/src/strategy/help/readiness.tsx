import { wanted } from '@board/shared/model/completeness';
import type { HelpFinding } from '@board/shared/model/help';
import type { Progress } from '@board/shared/model/progress';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import type { Catalogue } from '../../sync/follow-models.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { usePickerFacts } from '../pickers/picker-facts.tsx';
import { rowName } from '../row-names.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './findings.ts';
import styles from './help.module.css';
import { askAgain, usePutAside } from './put-aside.ts';

interface Props {
  doc: Y.Doc;
  rows: readonly StrategyRow[];
  progress: Progress;
  catalogue: Catalogue | null;
}

/** The button for the one list per group: what would make this strategy ready. */
export function Readiness(props: Props) {
  const { t } = useTranslation('pickers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="plain" size="small" onPress={() => setOpen(true)}>
        {t('ready.button')}
      </Button>
      {isOpen && <ReadinessDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function ReadinessDialog({ doc, rows, progress, catalogue, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('pickers');
  const { t: word } = useTranslation('strategy');
  const { nextReview } = usePickerFacts().timeline;
  const aside = usePutAside();
  const asked = rows.flatMap((row, at) => {
    const findings = aside.includes(row.id) ? [] : findingsOf(row, nextReview);
    if (findings.length === 0) return [];
    const recommendation = row.recommendation ? catalogue?.byId.get(row.recommendation) : undefined;
    return [{ row, findings, name: rowName(row, recommendation, at + 1, word) }];
  });
  const isAnyAside = rows.some((row) => aside.includes(row.id));
  return (
    <Dialog
      title={t('ready.title')}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {word('editor.done')}
          </Button>
          {isAnyAside && (
            <Button kind="plain" onPress={() => askAgain(rows.map((row) => row.id))}>
              {t('help.askAgain')}
            </Button>
          )}
        </>
      }
    >
      <h3 className={styles['heading']}>{t('ready.contract')}</h3>
      <Contract progress={progress} />
      <h3 className={styles['heading']}>{t('ready.questions')}</h3>
      <p className={styles['intro']}>{asked.length === 0 ? t('ready.noQuestions') : t('help.intro')}</p>
      {asked.map((one) => (
        <RowPart key={one.row.id} doc={doc} name={one.name} findings={one.findings} onGo={onClose} />
      ))}
    </Dialog>
  );
}

function Contract({ progress }: { progress: Progress }) {
  const { t } = useTranslation('pickers');
  const { t: group } = useTranslation('group');
  const missing = {
    priorities: wanted.priorities - progress.priorities,
    contributions: wanted.contributions - progress.contributions,
  };
  const wishes = [
    missing.priorities > 0 && t('ready.priorities', { count: missing.priorities }),
    missing.contributions > 0 && t('ready.contributions', { count: missing.contributions }),
    progress.withoutIndicator > 0 && group('progress.withoutIndicator', { count: progress.withoutIndicator }),
    progress.withoutTimeframe > 0 && group('progress.withoutTimeframe', { count: progress.withoutTimeframe }),
  ].filter((wish) => wish !== false);
  if (wishes.length === 0) return <p>{t('ready.done')}</p>;
  return (
    <ul className={styles['wishes']}>
      {wishes.map((wish) => (
        <li key={wish}>{wish}</li>
      ))}
    </ul>
  );
}

interface PartProps {
  doc: Y.Doc;
  name: string;
  findings: readonly HelpFinding[];
  onGo: () => void;
}

function RowPart({ doc, name, findings, onGo }: PartProps) {
  return (
    <section className={styles['section']} aria-label={name}>
      <h4 className={styles['name']}>{name}</h4>
      <FindingList doc={doc} findings={findings} onGo={onGo} />
    </section>
  );
}
