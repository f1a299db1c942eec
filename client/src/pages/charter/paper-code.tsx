import { handCodeInParts, readHandCode } from '@board/shared/consensus/hand-code';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface PaperCodeProps {
  code: string;
  /** Another code was typed: that of ballots which were entered on another device. Null while it is none. */
  onCode: (code: string | null) => void;
}

/** The code of the paper ballots, to be written down; or typed, where they were entered on another device. */
export function PaperCode({ code, onCode }: PaperCodeProps) {
  const { t } = useTranslation('hall');
  const [typed, setTyped] = useState<string | null>(null);
  const begin = (): void => {
    setTyped('');
    onCode(null);
  };
  if (typed === null) {
    return (
      <>
        <CopyField label={t('paperCode.label')} hint={t('paperCode.hint')} value={handCodeInParts(code)} />
        <div>
          <Button kind="plain" size="small" onPress={begin}>
            {t('paperCode.elsewhere')}
          </Button>
        </div>
      </>
    );
  }
  const isWrong = typed.trim() !== '' && readHandCode(typed) === null;
  return (
    <TextField
      label={t('paperCode.label')}
      hint={t(readHandCode(typed) === null ? 'paperCode.typeIt' : 'paperCode.replaces')}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onCode(readHandCode(text));
      }}
      error={isWrong ? t('paperCode.wrong') : undefined}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
    />
  );
}
