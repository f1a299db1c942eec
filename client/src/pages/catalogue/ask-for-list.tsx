import type { FoundProblem } from '@board/shared/upr/found';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton, listFiles } from '../../ui/file-button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './catalogue.module.css';

export interface AskForListProps {
  /** Why what was given last could not be read. */
  problem: FoundProblem | null;
  text: string;
  onText: (text: string) => void;
  /** Pasted words or a file to be read. */
  onStart: (source: string | Blob) => void;
  onClose: () => void;
  /** What else is to be said of what was given last. */
  children: ReactNode;
}

/** Asks for a list or the State's reply: pasted, or as a file. */
export function AskForList({ problem, text, onText, onStart, onClose, children }: AskForListProps) {
  const { t } = useTranslation('catalogue');
  return (
    <section className={styles['take']}>
      <h2>{t('takeIn')}</h2>
      {problem && <Banner kind="error">{t(`problem.${problem}`)}</Banner>}
      {children}
      <TextArea label={t('paste')} hint={t('pasteHint')} rows={10} value={text} onChange={onText} />
      <div className={styles['tools']}>
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => onStart(text)}>
          {t('look')}
        </Button>
        <FileButton accept={listFiles} onFile={onStart}>
          {t('file')}
        </FileButton>
        <Button kind="plain" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
