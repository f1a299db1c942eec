import { takeIn } from '@board/shared/model/catalogue';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Y from 'yjs';
import { byNumber, toCatalogue } from '../../files/import/preview.ts';
import { useCatalogue } from '../../sync/follow-models.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useDroppedFile } from '../../ui/use-dropped-file.ts';
import { Waiting } from '../../ui/waiting.tsx';
import styles from './catalogue.module.css';
import { Preview } from './preview.tsx';
import { useReading } from './use-reading.ts';

export interface TakeInProps {
  doc: Y.Doc;
  origin: object;
  onClose: () => void;
  onTaken: (count: number) => void;
}

/** Paste or drop a list, look at what was found, take it in. Nothing leaves the device before that. */
export function TakeIn({ doc, origin, onClose, onTaken }: TakeInProps) {
  const { t } = useTranslation('catalogue');
  const { list: catalogue } = useCatalogue(doc);
  const [text, setText] = useState('');
  const { reading, read, change, number, leave } = useReading();
  useDroppedFile(read);
  if (reading.state === 'reading') {
    return (
      <section className={styles['take']}>
        <Waiting>{t('reading')}</Waiting>
        <div className={styles['tools']}>
          <Button onPress={leave}>{t('stopReading')}</Button>
        </div>
      </section>
    );
  }
  if (reading.state === 'read') {
    const take = (language: string) => {
      const list = toCatalogue(reading.lines, language, byNumber(catalogue));
      takeIn(doc, list, origin);
      onTaken(list.length);
    };
    const readAgain = (choices: typeof reading.choices) => read(reading.source, choices);
    return (
      <Preview
        catalogue={catalogue}
        reading={reading}
        onChange={change}
        onNumber={number}
        onReadAgain={readAgain}
        onBack={leave}
        onTakeIn={take}
      />
    );
  }
  return (
    <section className={styles['take']}>
      <h2>{t('takeIn')}</h2>
      {reading.problem && <Banner kind="error">{t(`problem.${reading.problem}`)}</Banner>}
      <TextArea label={t('paste')} hint={t('pasteHint')} rows={10} value={text} onChange={setText} />
      <div className={styles['tools']}>
        <Button kind="primary" isDisabled={text.trim() === ''} onPress={() => read(text)}>
          {t('look')}
        </Button>
        <FileButton accept=".csv,.tsv,.txt,text/csv,text/plain" onFile={read}>
          {t('file')}
        </FileButton>
        <Button kind="plain" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
