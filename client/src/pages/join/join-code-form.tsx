import { foldJoinCode } from '@board/shared/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './join.module.css';

/** The way in for those who have the code but not the whole address. */
export function JoinCodeForm({ withTitle = false }: { withTitle?: boolean }) {
  const { t } = useTranslation('join');
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const folded = foldJoinCode(code);
  return (
    <form
      className={styles['block']}
      onSubmit={(event) => {
        event.preventDefault();
        if (folded !== '') go(`/j/${folded}`);
      }}
    >
      {withTitle && <h2>{t('code.title')}</h2>}
      <TextField
        label={t('code.label')}
        hint={t('code.hint')}
        look="code"
        value={code}
        onChange={setCode}
        autoComplete="off"
        autoCorrect="off"
        spellCheck="false"
        maxLength={20}
      />
      <Button type="submit" icon="forward" isDisabled={folded === ''}>
        {t('code.go')}
      </Button>
    </form>
  );
}
