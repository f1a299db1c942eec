import type { StrategyRow } from '@board/shared/model/strategy';
import { setSdgTarget } from '@board/shared/model/strategy-edits';
import { compareSdgCodes, goalOf, readSdgCode } from '@board/shared/upr/sdg';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../dialogs.module.css';
import { useTable } from '../table-context.ts';

/** Chooses goals and targets by their code. */
export function SdgDialog({ row, onClose }: { row: StrategyRow; onClose: () => void }) {
  const { t } = useTranslation('strategy');
  const { doc, origin } = useTable();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const codes = row.sdgTargets.filter((code) => goalOf(code) !== null).sort(compareSdgCodes);
  const add = (): void => {
    const code = readSdgCode(typed);
    setWrong(code === null);
    if (code === null) return;
    setSdgTarget(doc, row.id, code, true, origin);
    setTyped('');
  };
  return (
    <Dialog
      title={t('sdg.title')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('editor.done')}
        </Button>
      }
    >
      <form
        className={styles['code']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('sdg.code')}
          hint={t('sdg.hint')}
          value={typed}
          onChange={setTyped}
          autoFocus
          {...(isWrong ? { error: t('sdg.wrong') } : {})}
        />
        <Button type="submit">{t('sdg.add')}</Button>
      </form>
      {codes.length === 0 && <p>{t('sdg.none')}</p>}
      <ul className={styles['chosen']}>
        {codes.map((code) => (
          <li key={code}>
            <span>{t('sdg.named', { code, title: t(`goals.${goalOf(code) ?? 1}`) })}</span>
            <Button
              kind="plain"
              size="small"
              icon="remove"
              aria-label={t('sdg.remove', { code })}
              onPress={() => setSdgTarget(doc, row.id, code, false, origin)}
            >
              {t('words.remove', { ns: 'frame' })}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
