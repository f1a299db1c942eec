import { rowCompleteness } from '@board/shared/model/completeness';
import type { HelpFinding } from '@board/shared/model/help';
import type { StrategyRow } from '@board/shared/model/strategy';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcements.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StepsRing } from '../../ui/steps-ring.tsx';
import hidden from '../../ui/visually-hidden.module.css';
import { usePickerFacts } from '../pickers/picker-facts.tsx';
import { useTable } from '../table-context.ts';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './findings.ts';
import styles from './help.module.css';
import { putAside, usePutAside } from './put-aside.ts';

interface Props {
  row: StrategyRow;
  /** What the row is called when spoken. */
  name: string;
  /** In the grid Tab comes to the cell and not to what is in it. */
  inGrid?: boolean;
}

/** How far a row is, as a small ring, and how many questions there are about it; a press tells them in words. */
export function RowHelp({ row, name, inGrid }: Props) {
  const { t, timeline } = usePickerFacts();
  const aside = usePutAside();
  const [isOpen, setOpen] = useState(false);
  if (!t) return null;
  const findings = aside.includes(row.id) ? [] : findingsOf(row, timeline.nextReview);
  const steps = rowCompleteness(row);
  return (
    <span className={styles['row']}>
      <StepsRing {...steps} words={t('help.ring', { row: name, ...steps })} />
      {findings.length > 0 && (
        <button
          type="button"
          className={styles['mark']}
          tabIndex={inGrid ? -1 : undefined}
          onClick={() => setOpen(true)}
        >
          {t('help.mark', { count: findings.length })}
          <span className={hidden['hidden']}>
            {' '}
            {t('help.openOf', { questions: t('help.open', { count: findings.length }), row: name })}
          </span>
        </button>
      )}
      {isOpen && <RowQuestions {...{ row, name, findings }} onClose={() => setOpen(false)} />}
    </span>
  );
}

function RowQuestions(props: Props & { findings: readonly HelpFinding[]; onClose: () => void }) {
  const { row, name, findings, onClose } = props;
  const { t } = useTranslation('pickers');
  const { t: word } = useTranslation('strategy');
  const { doc } = useTable();
  const dismiss = (): void => {
    putAside(row.id);
    announce(t('help.dismissed'));
    onClose();
  };
  return (
    <Dialog
      title={t('help.title', { row: name })}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={onClose}>
            {word('editor.done')}
          </Button>
          <Button kind="plain" onPress={dismiss}>
            {t('help.dismiss')}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{t('help.intro')}</p>
      <FindingList doc={doc} findings={findings} onGo={onClose} />
    </Dialog>
  );
}
