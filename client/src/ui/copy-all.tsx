import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import styles from './placed-words.module.css';
import { TextArea } from './text-area.tsx';

/** A button that copies a text; where the browser does not let it, the text to copy by hand. */
export function CopyAll({ text }: { text: string }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null);
  const copyAll = async (): Promise<void> => setOutcome((await copyText(text)) ? 'copied' : 'by-hand');
  return (
    <>
      <div className={styles['copy']}>
        <Button size="small" icon="copy" onPress={copyAll}>
          {t('kept.copyAll')}
        </Button>
        <span role="status">{outcome === 'copied' && t('words.copied')}</span>
      </div>
      {outcome === 'by-hand' && <TextArea label={t('kept.copyAll')} value={text} rows={6} isReadOnly />}
    </>
  );
}
