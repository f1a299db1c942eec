import type { Recommendation } from '@board/shared/model/catalogue';
import type { CatalogueChange } from '@board/shared/model/catalogue-changes';
import { positionsOfState } from '@board/shared/upr/positions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLanguages } from '../../../files/guess-language.ts';
import { handChanges, numberFault, statesIn, type Written } from '../../../files/merge/hand-edit.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useLanguageName } from './language-name.ts';
import styles from './merge.module.css';

interface Props {
  one: Recommendation;
  catalogue: readonly Recommendation[];
  nameOf: (state: string) => string;
  onSave: (changes: CatalogueChange[]) => void;
  onClose: () => void;
}

/** Changes a recommendation by hand: its number, its texts in each language, its States, its position. */
export function EditDialog({ one, catalogue, nameOf, onSave, onClose }: Props) {
  const { t } = useTranslation('merge');
  const { t: catalogueWord } = useTranslation('catalogue');
  const { t: word } = useTranslation();
  const languageName = useLanguageName();
  const [written, setWritten] = useState<Written>(one);
  const printed = one.states.map(nameOf).join('; ');
  const [states, setStates] = useState(printed);
  const fault = numberFault(written.number, one, catalogue);
  const change = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const save = (): void => {
    const named = states === printed ? one.states : statesIn(states, nameOf);
    onSave(handChanges(one, { ...written, number: written.number.trim(), states: named }));
    onClose();
  };
  const missing = textLanguages.filter((code) => !(code in written.text));
  return (
    <Dialog
      title={t('edit.title', { number: one.number })}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={fault !== null} onPress={save}>
            {t('edit.save')}
          </Button>
          <Button onPress={onClose}>{word('words.cancel')}</Button>
        </>
      }
    >
      <div className={styles['form']}>
        <TextField
          label={catalogueWord('number')}
          value={written.number}
          error={fault ? t(`edit.${fault}`) : undefined}
          onChange={(number) => change({ number })}
        />
        <Select
          label={catalogueWord('position')}
          value={written.position}
          onChange={(position) => change({ position })}
          options={positionsOfState.map((value) => ({ value, label: word(`position.${value}`) }))}
        />
        {Object.entries(written.text).map(([language, words]) => (
          <TextArea
            key={language}
            label={t('field.text', { language: languageName(language) })}
            value={words}
            onChange={(text) => change({ text: { ...written.text, [language]: text } })}
          />
        ))}
        {missing.length > 0 && (
          <Select
            label={t('edit.addLanguage')}
            value=""
            onChange={(code) => code !== '' && change({ text: { ...written.text, [code]: '' } })}
            options={[
              { value: '', label: word('words.choose') },
              ...missing.map((code) => ({ value: code as string, label: languageName(code) })),
            ]}
          />
        )}
        <TextField
          label={catalogueWord('states')}
          hint={catalogueWord('statesHint')}
          value={states}
          onChange={setStates}
        />
      </div>
    </Dialog>
  );
}
